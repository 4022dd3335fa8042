/* start.S - the entry point of a freestanding program on x86_64.  */
/* SPDX-License-Identifier: MIT */

/* %rsp is a multiple of 16 and points at argc.  %rbp = 0 and an undefined
   return address end a backtrace.  */

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
