/* subject.c - the blocks by the functions of the libc they are linked with. */
/* SPDX-License-Identifier: MIT */

#include "driver.h"

#define ITEMS subject_items
#include "blocks.h"
