/* start.S - the entry point of a freestanding program on loongarch64.  */
/* SPDX-License-Identifier: MIT */

/* sp is a multiple of 16 and points at argc.  fp = 0 and an undefined return
   address end a backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined 1
	move	$fp, $zero
	move	$ra, $zero
	move	$a0, $sp
	.hidden	__tg_start
	b	__tg_start		/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
