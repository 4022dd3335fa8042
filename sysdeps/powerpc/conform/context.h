/* context.h - registers of powerpc, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* r3 and cr: asm/ucontext.h, asm/sigcontext.h; the flag is cr0.so.  */
#define CONTEXT_RESULT 51
#define CONTEXT_FLAG_WORD 86
#define CONTEXT_FLAG 0x10000000L

/* r0.  */
#define NUMBER_REGISTER 1

/* The fields 2 to 4 of cr; the kernel may clobber the others.  */
#define FLAGS_KEPT 0x00fff000L
#define SOME_FLAGS 0x00a5a000

#endif
