/* context.h - registers of i386, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

#include "../conform/flags.h"

/* In the context of a signal's handler, by words: eax, of asm/sigcontext.h in
   ucontext_t.  No flag besides marks an error.  */
#define CONTEXT_RESULT 16
#define CONTEXT_FLAG_WORD CONTEXT_RESULT
#define CONTEXT_FLAG 0

/* In registers.S the number is in the register of the result.  */
#define NUMBER_REGISTER 0

#endif
