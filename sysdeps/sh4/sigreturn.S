/* sigreturn.S - the restorers of signal handlers on sh4.  */
/* SPDX-License-Identifier: MIT */

/* The handler returns to here.  Without a restorer a kernel that has no vDSO
   would put this code on the stack (arch/sh/kernel/signal_32.c); gdb
   recognizes the instructions of both by their bytes and needs no CFI.  The
   nops keep an unwinder, which looks before a return address, inside these
   functions.  */

#include <numbers.h>

	.macro	RESTORE name, nr
	.balign	4
	nop
	nop
	.globl	\name
	.hidden	\name
	.type	\name, @function
\name:
	mov.w	.Lnr\@, r3
	trapa	#16
	.rept	5
	or	r0, r0
	.endr
.Lnr\@:
	.short	\nr
	.size	\name, . - \name
	.endm

	.text
	RESTORE	__tg_restore, TG_NR_sigreturn
	RESTORE	__tg_restore_rt, TG_NR_rt_sigreturn
	.section .note.GNU-stack, "", @progbits
