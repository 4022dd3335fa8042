/* start.S - the entry point of a freestanding program on m68k.  */
/* SPDX-License-Identifier: MIT */

/* %sp points at argc.  %fp = 0 and an undefined return address, which has
   number 24, end a backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined 24
	sub.l	%fp, %fp
	pea	(%sp)
	.hidden	__tg_start
	bsr.l	__tg_start
	illegal				/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
