/* start.S - the entry point of a freestanding program on i386.  */
/* SPDX-License-Identifier: MIT */

/* %esp points at argc; the ABI requires the argument at a multiple of 16.
   %ebp = 0 and an undefined return address end a backtrace.  */

#include <cet.h>

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined %eip
	xorl	%ebp, %ebp
	movl	%esp, %eax
	andl	$-16, %esp
	subl	$12, %esp
	pushl	%eax
	.hidden	__tg_start
	call	__tg_start
	hlt				/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start

/* In place of the vsyscall of a kernel without one (vdso32=0, qemu-user).  */
	.globl	__tg_int80
	.hidden	__tg_int80
	.type	__tg_int80, @function
__tg_int80:
	.cfi_startproc
	int	$0x80
	ret
	.cfi_endproc
	.size	__tg_int80, . - __tg_int80
	.section .note.GNU-stack, "", @progbits
