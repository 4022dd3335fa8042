/* doors.c - the table of the doors.  */
/* SPDX-License-Identifier: MIT */

#include "door.h"
#include "world.h"

#include <conform-doors.h>
