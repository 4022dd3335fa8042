/* sigreturn.S - the restorers of signal handlers on alpha.  */
/* SPDX-License-Identifier: MIT */

/* The handler returns to here, with the frame at $30: one with siginfo is for
   rt_sigreturn, any other for sigreturn.  The nops keep an unwinder, which
   looks before a return address, inside these functions; gdb recognizes the
   instructions.  */

#include <numbers.h>

	.text
	nop
	.globl	__tg_restore
	.hidden	__tg_restore
	.type	__tg_restore, @function
__tg_restore:
	mov	$30, $16
	lda	$0, TG_NR_sigreturn
	callsys
	.size	__tg_restore, . - __tg_restore

	nop
	.globl	__tg_restore_rt
	.hidden	__tg_restore_rt
	.type	__tg_restore_rt, @function
__tg_restore_rt:
	mov	$30, $16
	lda	$0, TG_NR_rt_sigreturn
	callsys
	.size	__tg_restore_rt, . - __tg_restore_rt
	.section .note.GNU-stack, "", @progbits
