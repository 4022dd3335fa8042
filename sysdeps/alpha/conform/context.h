/* context.h - registers of alpha, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* $0, and $19 as the flag: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 10
#define CONTEXT_FLAG_WORD 29
#define CONTEXT_FLAG -1L

/* $0.  */
#define NUMBER_REGISTER 0

/* The kernel reads the whole number.  */
#define NUMBER_IS_INT 0

#endif
