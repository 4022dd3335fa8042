/* probe.S - a program that succeeds where m68k programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	moveq	#1, %d1
	lea	name(%pc), %a0
	move.l	%a0, %d2
	moveq	#4, %d3
	moveq	#4, %d0				| write
	trap	#0
	moveq	#0, %d1
	cmp.l	%d3, %d0
	sne	%d1
	moveq	#1, %d0				| exit
	trap	#0
	illegal

name:
	.ascii	"trap"
	.section .note.GNU-stack, "", @progbits
