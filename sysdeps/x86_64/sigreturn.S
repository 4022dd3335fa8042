/* sigreturn.S - the way back from a signal handler on x86_64.  */
/* SPDX-License-Identifier: MIT */

/* The handler's ret jumps here.  The kernel takes all registers from the
   frame; the nop before the label keeps an unwinder, which looks one byte
   before a return address, inside this function.  gdb knows the two
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
