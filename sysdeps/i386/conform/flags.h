/* flags.h - the flags register of i386 and x86_64, and the numbers of calls.  */
/* SPDX-License-Identifier: MIT */

/* Carry, parity, adjust, zero, sign, direction, overflow; some of them; and
   direction, which the kernel clears internally.  */
#define FLAGS_KEPT 0xcd5L
#define SOME_FLAGS 0x8c5
#define DIRECTION_FLAG 0x400

/* The kernel reads the low half of the number alone.  */
#define NUMBER_IS_INT 1

/* A call of a greater number ends the process.  */
#define LAST_NUMBER 0xffffffffU
