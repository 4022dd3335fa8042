/* start.S - the entry point of a freestanding program on 64-bit powerpc.  */
/* SPDX-License-Identifier: MIT */

/* r1 is a multiple of 16 and points at argc.  A return address of 0, an
   undefined one for debuggers, and a frame without another before it end a
   backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
#if _CALL_ELF == 2
	.abiversion 2
_start:
#else
	/* A descriptor, from which the kernel loads r2.  */
	.section .opd, "aw", @progbits
	.balign	8
_start:	.quad	.Lbegin, .TOC.@tocbase, 0
	.text
#endif
.Lbegin:
	.cfi_startproc
	.cfi_undefined lr
	mr	3, 1
	li	0, 0
	stdu	0, -128(1)
#if _CALL_ELF == 2
	bcl	20, 31, 1f
1:	mflr	12
	addis	2, 12, .TOC. - 1b@ha
	addi	2, 2, .TOC. - 1b@l
#endif
	mtlr	0
	.hidden	__tg_start
	b	__tg_start		/* It does not return.  */
	.cfi_endproc
	.size	_start, . - .Lbegin
	.section .note.GNU-stack, "", @progbits
