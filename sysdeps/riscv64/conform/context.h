/* context.h - registers of riscv64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* In the context of a signal's handler, by words: a0, of asm/ptrace.h in
   asm/ucontext.h.  No flag besides marks an error.  */
#define CONTEXT_RESULT 32
#define CONTEXT_FLAG_WORD CONTEXT_RESULT
#define CONTEXT_FLAG 0

/* In registers.S: a7.  */
#define NUMBER_REGISTER 13

/* There is no flags register.  */
#define FLAGS_KEPT 0L
#define SOME_FLAGS 0
#define DIRECTION_FLAG 0

/* The kernel reads the whole number.  */
#define NUMBER_IS_INT 0
#define LAST_NUMBER 0xffffffffU

#endif
