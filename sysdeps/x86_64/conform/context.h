/* context.h - registers of x86_64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

#include "../../i386/conform/flags.h"

/* rax: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 18
/* As well.  */
#define NUMBER_REGISTER 0

#endif
