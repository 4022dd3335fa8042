/* registers.S - a call with all registers loaded, by the entry of riscv64.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): x10, x1, x5 to x9 and x11 to x31,
   before the call and after it; there are no flags.  */
	.macro	EACH op, base
	\op	x1, 8(\base)
	.irp	n, 5, 6, 7, 8, 9
	\op	x\n, (\n - 3) * 8(\base)
	.endr
	.irp	n, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25
	\op	x\n, (\n - 4) * 8(\base)
	.endr
	.irp	n, 26, 27, 28, 29, 30, 31
	\op	x\n, (\n - 4) * 8(\base)
	.endr
	.endm

	.macro	SAVED op
	\op	ra, 8(sp)
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
	\op	s\n, 16 + 8 * \n(sp)
	.endr
	.endm

	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	addi	sp, sp, -128
	SAVED	sd
	sd	a1, 0(sp)
	EACH	ld, a0
	ld	a0, 0(a0)
	\entry
	sd	a0, 120(sp)
	ld	a0, 0(sp)
	EACH	sd, a0
	ld	t0, 120(sp)
	sd	t0, 0(a0)
	SAVED	ld
	addi	sp, sp, 128
	ret
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_ecall, ecall

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	29

/* The registers that the entry may clobber besides the result: none.  */
	.balign	8
	.globl	conform_lost_ecall
conform_lost_ecall:
	.quad	0, 0, 0
	.section .note.GNU-stack, "", @progbits
