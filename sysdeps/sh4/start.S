/* start.S - the entry point of a freestanding program on sh4.  */
/* SPDX-License-Identifier: MIT */

/* r15 points at argc.  r14 = 0 and an undefined return address end a
   backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined pr
	.hidden	__tg_start
	mov.l	.Lto, r0
	mov	#0, r14
	bsrf	r0
	mov	r15, r4			/* In the delay slot.  */
.Lfrom:
	.cfi_endproc
	.balign	4
.Lto:
	.long	__tg_start - .Lfrom	/* It does not return.  */
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
