/* start.S - the entry point of a freestanding program on alpha.  */
/* SPDX-License-Identifier: MIT */

/* $30 is a multiple of 16 and points at argc.  An undefined return address
   ends a backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined $26
	br	$27, 1f
1:	ldgp	$29, 0($27)
	mov	$30, $16
	mov	0, $15
	mov	0, $26
	.hidden	__tg_start
	br	$31, __tg_start		!samegp
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
