/* context.h - registers of sh4, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* r0: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 6

/* r3.  */
#define NUMBER_REGISTER 3

/* T.  */
#define FLAGS_KEPT 1L
#define SOME_FLAGS 1

#endif
