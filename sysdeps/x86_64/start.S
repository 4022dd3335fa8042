/* start.S - where the kernel enters a freestanding program on x86_64.  */
/* SPDX-License-Identifier: MIT */

/* %rsp is a multiple of 16 and points at argc; %rbp = 0 and no return
   address end a back trace.  */

#include <cet.h>

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined %rip
	xorl	%ebp, %ebp
	movq	%rsp, %rdi
	.hidden	__tg_start
	call	__tg_start
	hlt				/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
