/* context.h - registers of ppc64le, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* r3 and cr: asm/sigcontext.h, in ucontext_t; the flag is cr0.so.  */
#define CONTEXT_RESULT 32
#define CONTEXT_FLAG_WORD 67
#define CONTEXT_FLAG 0x10000000L

/* r0.  */
#define NUMBER_REGISTER 1

/* The fields 2 to 4 of cr; the kernel may clobber the others.  */
#define FLAGS_KEPT 0x00fff000L
#define SOME_FLAGS 0x00a5a000

/* The kernel reads the whole number.  */
#define NUMBER_IS_INT 0

#endif
