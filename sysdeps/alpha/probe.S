/* probe.S - a program that succeeds where alpha programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	br	$17, 1f
name:
	.ascii	"callsys\0"
1:	lda	$16, 1
	lda	$18, 7
	lda	$0, 4			/* write  */
	callsys
	lda	$16, 1
	bne	$19, 2f
	xor	$0, 7, $16
	cmpult	$31, $16, $16
2:	lda	$0, 1			/* exit  */
	callsys
	.section .note.GNU-stack, "", @progbits
