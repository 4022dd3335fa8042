/* probe.S - a program that succeeds where s390x programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	lghi	%r2, 1
	larl	%r3, name
	lghi	%r4, name_end - name
	svc	4				/* write  */
	sgr	%r2, %r4
	svc	1				/* exit  */
	j	.

	.section .rodata
	.balign	2
name:
	.ascii	"svc"
name_end:
	.section .note.GNU-stack, "", @progbits
