/* start.S - where the kernel enters a freestanding program on i386.  */
/* SPDX-License-Identifier: MIT */

/* %esp points at argc; C wants a multiple of 16 where its argument lies.
   %ebp = 0 and no return address end a back trace.  */

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

/* The vsyscall of a kernel that has none (vdso32=0, qemu-user).  */
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
