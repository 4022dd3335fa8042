/* registers.S - a call with all registers loaded, by the entry of mips.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): $2 $1 $3 to $25 $28 $30 $31 hi lo,
   before the call and after it.  */
	.macro	EACH op
	\op	$1, 4($4)
	\op	$3, 8($4)
	.irp	n, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20
	\op	$\n, (\n - 1) * 4($4)
	.endr
	.irp	n, 21, 22, 23, 24, 25
	\op	$\n, (\n - 1) * 4($4)
	.endr
	\op	$28, 100($4)
	\op	$30, 104($4)
	\op	$31, 108($4)
	.endm

	.macro	SAVED op
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23
	\op	$\n, (\n - 12) * 4($29)
	.endr
	\op	$28, 48($29)
	\op	$30, 52($29)
	\op	$31, 56($29)
	.endm

	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	.set	push
	.set	noreorder
	.set	noat
	addiu	$29, $29, -64
	SAVED	sw
	sw	$5, 60($29)
	lw	$8, 112($4)
	lw	$9, 116($4)
	mthi	$8
	mtlo	$9
	EACH	lw
	lw	$2, 0($4)
	lw	$4, 12($4)
	\entry
	sw	$2, 0($29)
	sw	$4, 4($29)
	lw	$4, 60($29)
	EACH	sw
	lw	$8, 0($29)
	lw	$9, 4($29)
	sw	$8, 0($4)
	sw	$9, 12($4)
	mfhi	$8
	mflo	$9
	sw	$8, 112($4)
	sw	$9, 116($4)
	SAVED	lw
	jr	$31
	addiu	$29, $29, 64
	.set	pop
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_syscall, syscall

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	31

/* The registers that the entry may clobber besides the result: $1 $3 $7 to $15
   $24 $25 hi lo.  $7 has the flag.  */
	.globl	conform_lost_syscall
conform_lost_syscall:
	.long	3 << 28 | 3 << 23 | 0x1ff << 6 | 3 << 1, 0, 0
	.section .note.GNU-stack, "", @progbits
