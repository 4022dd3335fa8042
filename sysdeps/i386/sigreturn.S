/* sigreturn.S - the restorers of signal handlers on i386.  */
/* SPDX-License-Identifier: MIT */

/* The handler returns to here.  In a frame without siginfo the signal number
   is still on the stack, which sigreturn does not expect.  By int $0x80, since
   the vsyscall would push a return address onto the frame.  The nops keep an
   unwinder, which looks one byte before a return address, inside these
   functions.  gdb recognizes the instructions by their bytes and needs no
   CFI.  */

#include <cet.h>
#include <numbers.h>

	.text
	nop
	.globl	__tg_restore
	.hidden	__tg_restore
	.type	__tg_restore, @function
__tg_restore:
	popl	%eax
	movl	$TG_NR_sigreturn, %eax
	int	$0x80
	.size	__tg_restore, . - __tg_restore

	nop
	.globl	__tg_restore_rt
	.hidden	__tg_restore_rt
	.type	__tg_restore_rt, @function
__tg_restore_rt:
	movl	$TG_NR_rt_sigreturn, %eax
	int	$0x80
	.size	__tg_restore_rt, . - __tg_restore_rt
	.section .note.GNU-stack, "", @progbits
