/* context.h - the context of a signal's handler, as words of x86_64.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* rax: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 18

#endif
