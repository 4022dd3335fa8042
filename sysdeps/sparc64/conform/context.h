/* context.h - registers of sparc64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* o0 and the carries of tstate: asm/ptrace.h, behind the siginfo_t, which is
   the third argument as well.  */
#define CONTEXT_RESULT 24
#define CONTEXT_FLAG_WORD 32
#define CONTEXT_FLAG 0x1100000000L

/* g1.  */
#define NUMBER_REGISTER 1

/* ccr without the carries, which have the kernel's flag.  */
#define FLAGS_KEPT 0xeeL
#define SOME_FLAGS 0xaa

/* The kernel reads the whole number.  */
#define NUMBER_IS_INT 0

/* It has a space of its own.  */
#define ADDRESSES_CHECKED 0

#endif
