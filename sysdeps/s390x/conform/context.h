/* context.h - registers of s390x, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* r2: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 9

/* r1.  */
#define NUMBER_REGISTER 2

/* The condition code, as of ipm.  */
#define FLAGS_KEPT 0x30000000L
#define SOME_FLAGS 0x20000000

/* The kernel has a space of its own.  */
#define ADDRESSES_CHECKED 0

#endif
