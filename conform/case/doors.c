/* doors.c - the table of the doors.  */
/* SPDX-License-Identifier: MIT */

#include "harness.h"

#include <conform-doors.h>
