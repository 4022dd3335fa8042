/* context.h - registers of x86_64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

#include "../../i386/conform/flags.h"

/* In the context of a signal's handler, by words: rax, of asm/sigcontext.h in
   ucontext_t.  No flag besides marks an error.  */
#define CONTEXT_RESULT 18
#define CONTEXT_FLAG_WORD CONTEXT_RESULT
#define CONTEXT_FLAG 0

/* In registers.S the number is in the register of the result.  */
#define NUMBER_REGISTER 0

#endif
