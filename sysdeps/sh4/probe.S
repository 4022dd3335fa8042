/* probe.S - a program that succeeds where sh4 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	mov	#1, r4
	mova	name, r0
	mov	r0, r5
	mov	#5, r6
	mov	#4, r3				/* write  */
	trapa	#31
	cmp/eq	#5, r0
	movt	r4
	mov	#1, r3				/* exit  */
	mov	r3, r0
	xor	r0, r4
	trapa	#31

	.balign	4
name:
	.ascii	"trapa"
	.section .note.GNU-stack, "", @progbits
