/* context.h - registers of i386, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

#include "../conform/flags.h"

/* eax: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 16
/* As well.  */
#define NUMBER_REGISTER 0

/* The kernel is above 3 GiB.  */
#define LAST_STACK 0xbfffffffUL

#endif
