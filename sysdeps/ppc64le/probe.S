/* probe.S - a program that succeeds where 64-bit powerpc programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
#if _CALL_ELF == 2
	.abiversion 2
_start:
#else
	.section .opd, "aw", @progbits
_start:	.quad	.Lbegin, .TOC.@tocbase, 0
	.text
#endif
.Lbegin:
	bcl	20, 31, 1f
name:
	.ascii	"sc\0\0"
1:	li	3, 1
	mflr	4
	li	5, 2
	li	0, 4			/* write  */
	sc
	bso	2f
	xori	3, 3, 2
	cmpdi	3, 0
	beq	3f
2:	li	3, 1
3:	li	0, 1			/* exit  */
	sc
	.section .note.GNU-stack, "", @progbits
