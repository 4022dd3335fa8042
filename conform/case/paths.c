/* paths.c - the table of the paths.  */
/* SPDX-License-Identifier: MIT */

#include "path.h"
#include "world.h"

#include <conform-paths.h>
