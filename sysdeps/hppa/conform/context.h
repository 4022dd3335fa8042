/* context.h - registers of hppa, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* r28: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 35

/* r20.  */
#define NUMBER_REGISTER 20

/* The kernel has a space of its own.  */
#define ADDRESSES_CHECKED 0

#endif
