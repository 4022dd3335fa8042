/* probe.S - a program that succeeds where arm programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.syntax	unified
	.arm
	.text
	.globl	_start
	.type	_start, %function
_start:
	mov	r0, #1
	adr	r1, name
	mov	r2, #3
	mov	r7, #4			@ write
	svc	#0
	subs	r0, r0, #3
	movne	r0, #1
	mov	r7, #1			@ exit
	svc	#0

name:
	.ascii	"svc"
	.section .note.GNU-stack, "", %progbits
