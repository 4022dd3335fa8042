/* sigreturn.S - the restorer of signal handlers on x86_64.  */
/* SPDX-License-Identifier: MIT */

/* The handler returns to here.  The kernel restores all registers from the
   frame.  The nop before the label keeps an unwinder, which looks one byte
   before a return address, inside this function.  gdb recognizes the two
   instructions by their bytes and needs no CFI.  */

#include <cet.h>
#include <numbers.h>

	.text
	nop
	.globl	__tg_restore_rt
	.hidden	__tg_restore_rt
	.type	__tg_restore_rt, @function
	.globl	__tg_restore
	.hidden	__tg_restore
	.type	__tg_restore, @function
__tg_restore_rt:
__tg_restore:
	movq	$TG_NR_rt_sigreturn, %rax
	syscall
	.size	__tg_restore_rt, . - __tg_restore_rt
	.size	__tg_restore, . - __tg_restore
	.section .note.GNU-stack, "", @progbits
