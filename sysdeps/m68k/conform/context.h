/* context.h - registers of m68k, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* d0: asm/ucontext.h.  */
#define CONTEXT_RESULT 6
/* As well.  */
#define NUMBER_REGISTER 0

/* The condition codes; X, Z and C.  */
#define FLAGS_KEPT 0x1fL
#define SOME_FLAGS 0x15

/* The kernel has a space of its own.  */
#define ADDRESSES_CHECKED 0

#endif
