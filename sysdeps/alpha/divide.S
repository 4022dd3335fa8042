/* divide.S - the division functions that compilers call on alpha.  */
/* SPDX-License-Identifier: MIT */

/* The processor divides no integers, and libgcc leaves that to a libc.  $24 is
   divided by $25; $27 takes the quotient or the remainder, $23 has the return
   address, and all registers but $27 and $28 are preserved.  A bit at a time,
   which needs no table: $1 loses a bit of the dividend and takes one of the
   quotient, $3 is the remainder, and $4 its 65th bit.  */

#define GEN_INTDIV	-2		/* asm/gentrap.h.  */

	.macro	SIZE reg, word, signed
	.if	\word && !\signed
	zapnot	\reg, 15, \reg
	.elseif	\word
	sextl	\reg, \reg
	.endif
	.endm

	.macro	DIVIDE name, word, signed, result
	.globl	\name
	.hidden	\name
	.type	\name, @function
\name:
	.cfi_startproc
	.cfi_return_column 23
	lda	$30, -64($30)
	.cfi_adjust_cfa_offset 64
	stq	$0, 0($30)
	stq	$1, 8($30)
	stq	$2, 16($30)
	stq	$3, 24($30)
	stq	$4, 32($30)
	mov	$24, $1
	mov	$25, $2
	SIZE	$1, \word, \signed
	SIZE	$2, \word, \signed
	bne	$2, 1f
	stq	$16, 40($30)
	lda	$16, GEN_INTDIV
	call_pal 0xaa			/* gentrap: SIGFPE.  */
	ldq	$16, 40($30)
	.if	\signed
1:	subq	$31, $1, $28
	cmovlt	$1, $28, $1
	subq	$31, $2, $28
	cmovlt	$2, $28, $2
	.else
1:
	.endif
	mov	0, $3
	lda	$0, 64
2:	srl	$3, 63, $4
	addq	$3, $3, $3
	srl	$1, 63, $28
	addq	$1, $1, $1
	bis	$3, $28, $3
	cmpule	$2, $3, $28
	bis	$28, $4, $28
	beq	$28, 3f
	subq	$3, $2, $3
	addq	$1, 1, $1
3:	subq	$0, 1, $0
	bne	$0, 2b
	mov	\result, $27
	.if	\signed
	.ifc	\result, $1
	xor	$24, $25, $28		/* The signs differ.  */
	.else
	mov	$24, $28		/* That of the dividend.  */
	.endif
	.if	\word
	sextl	$28, $28
	.endif
	subq	$31, $27, $0
	cmovlt	$28, $0, $27
	.endif
	.if	\word
	sextl	$27, $27
	.endif
	ldq	$0, 0($30)
	ldq	$1, 8($30)
	ldq	$2, 16($30)
	ldq	$3, 24($30)
	ldq	$4, 32($30)
	lda	$30, 64($30)
	.cfi_adjust_cfa_offset -64
	ret	$31, ($23), 1
	.cfi_endproc
	.size	\name, . - \name
	.endm

	.set	noat
	.cfi_sections .debug_frame
	.text
	DIVIDE	__divq, 0, 1, $1
	DIVIDE	__divqu, 0, 0, $1
	DIVIDE	__divl, 1, 1, $1
	DIVIDE	__divlu, 1, 0, $1
	DIVIDE	__remq, 0, 1, $3
	DIVIDE	__remqu, 0, 0, $3
	DIVIDE	__reml, 1, 1, $3
	DIVIDE	__remlu, 1, 0, $3
	.section .note.GNU-stack, "", @progbits
