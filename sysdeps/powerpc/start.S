/* start.S - the entry point of a freestanding program on 32-bit powerpc.  */
/* SPDX-License-Identifier: MIT */

/* r1 is a multiple of 16 and points at argc.  A return address of 0, an
   undefined one for debuggers, and a frame without another before it end a
   backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined lr
	mr	3, 1
	li	0, 0
	stwu	0, -16(1)
	mtlr	0
	.hidden	__tg_start
	b	__tg_start		/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
