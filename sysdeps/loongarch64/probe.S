/* probe.S - a program that succeeds where loongarch64 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	li.w	$a0, 1
	la.pcrel $a1, name
	li.w	$a2, 7
	li.w	$a7, 64				/* write  */
	syscall	0
	addi.d	$a0, $a0, -7
	li.w	$a7, 93				/* exit  */
	syscall	0
	break	0

	.section .rodata
name:
	.ascii	"syscall"
	.section .note.GNU-stack, "", @progbits
