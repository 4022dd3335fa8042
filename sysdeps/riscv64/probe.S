/* probe.S - a program that succeeds where riscv64 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	li	a0, 1
	lla	a1, name
	lla	a2, name_end
	sub	a2, a2, a1
	li	a7, 64				/* write  */
	ecall
	xor	a0, a0, a2
	snez	a0, a0
	li	a7, 93				/* exit  */
	ecall
	ebreak

	.section .rodata
name:
	.ascii	"ecall"
name_end:
	.section .note.GNU-stack, "", @progbits
