/* start.S - the entry point of a freestanding program on arm.  */
/* SPDX-License-Identifier: MIT */

/* sp points at argc; C requires a multiple of 8.  fp = 0, lr = 0 and an
   undefined return address end a backtrace.  */

	.syntax	unified
	.arm
	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, %function
_start:
	.cfi_startproc
	.cfi_undefined lr
	mov	fp, #0
	mov	lr, #0
	mov	r0, sp
	bic	sp, sp, #7
	.hidden	__tg_start
	bl	__tg_start		/* It does not return.  */
	udf	#0
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", %progbits
