/* start.S - the entry point of a freestanding program on s390x.  */
/* SPDX-License-Identifier: MIT */

/* r15 is a multiple of 8 and points at argc.  The callee gets its 160 bytes,
   in which the address of the caller's is 0; that and an undefined return
   address end a backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined %r14
	lgr	%r2, %r15
	aghi	%r15, -160
	xc	0(8,%r15), 0(%r15)
	.hidden	__tg_start
	jg	__tg_start		/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
