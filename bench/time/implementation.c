/* implementation.c - the blocks by the functions of a libc.  */
/* SPDX-License-Identifier: MIT */

#include "driver.h"

#define ITEMS impl_items
#include "blocks.h"
