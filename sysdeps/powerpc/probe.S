/* probe.S - a program that succeeds where 32-bit powerpc programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
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
	cmpwi	3, 0
	beq	3f
2:	li	3, 1
3:	li	0, 1			/* exit  */
	sc
	.section .note.GNU-stack, "", @progbits
