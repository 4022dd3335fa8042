/* context.h - registers of aarch64, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* x0: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 23

/* x8.  */
#define NUMBER_REGISTER 8

/* N, Z, C and V; N and C.  */
#define FLAGS_KEPT 0xf0000000L
#define SOME_FLAGS 0xa0000000

#endif
