/* context.h - registers of loongarch64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* a0: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 27

/* a7.  */
#define NUMBER_REGISTER 8

/* The kernel reads the whole number.  */
#define NUMBER_IS_INT 0

#endif
