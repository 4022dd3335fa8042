/* probe.S - a program that succeeds where mips programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
	.globl	__start
	.set	noreorder
_start:
__start:
	bal	1f
	 nop
name:
	.ascii	"syscall\0"
1:	li	$4, 1
	move	$5, $31
	li	$6, 7
	li	$2, 4004			/* write  */
	syscall
	bnez	$7, 2f
	 li	$4, 1
	xori	$4, $2, 7
	sltu	$4, $0, $4
2:	li	$2, 4001			/* exit  */
	syscall
	.section .note.GNU-stack, "", @progbits
