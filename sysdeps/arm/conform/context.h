/* context.h - registers of arm, for the cases of them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_CONTEXT_H
#define CONFORM_CONTEXT_H

/* r0: asm/sigcontext.h, in ucontext_t.  */
#define CONTEXT_RESULT 8

/* r7.  */
#define NUMBER_REGISTER 7

/* N, Z, C, V and Q; N and C.  */
#define FLAGS_KEPT 0xf8000000L
#define SOME_FLAGS 0xa0000000

/* From 0xf0000 on are the calls of arm alone: one that is none ends the
   process by SIGILL, arch/arm/kernel/traps.c.  */
#define LAST_NUMBER 0xeffffU

/* The kernel is above 3 GiB.  */
#define LAST_STACK 0xbfffffffUL

#endif
