/* context.h - the context of a signal's handler, as words of i386.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* eax: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 16

#endif
