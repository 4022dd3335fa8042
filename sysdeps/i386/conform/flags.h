/* flags.h - the flags register of i386 and x86_64.  */
/* SPDX-License-Identifier: MIT */

/* Carry, parity, adjust, zero, sign, direction, overflow; some of them.  */
#define FLAGS_KEPT 0xcd5L
#define SOME_FLAGS 0x8c5
#define DIRECTION_FLAG 0x400
