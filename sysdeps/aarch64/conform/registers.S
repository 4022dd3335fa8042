/* registers.S - a call with all registers loaded, by the entry of aarch64.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): x0 to x30 and the flags, before the
   call and after it.  */
	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, %function
\name:
	stp	x29, x30, [sp, -112]!
	stp	x19, x20, [sp, 16]
	stp	x21, x22, [sp, 32]
	stp	x23, x24, [sp, 48]
	stp	x25, x26, [sp, 64]
	stp	x27, x28, [sp, 80]
	str	x1, [sp, 96]
	ldr	x1, [x0, 31 * 8]
	msr	nzcv, x1
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	ldr	x\n, [x0, \n * 8]
	.endr
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	ldr	x\n, [x0, \n * 8]
	.endr
	ldr	x0, [x0]
	\entry
	stp	x0, x1, [sp, -16]!
	ldr	x0, [sp, 112]
	.irp	n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	str	x\n, [x0, \n * 8]
	.endr
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	str	x\n, [x0, \n * 8]
	.endr
	mrs	x1, nzcv
	str	x1, [x0, 31 * 8]
	ldp	x1, x2, [sp], 16
	stp	x1, x2, [x0]
	ldp	x19, x20, [sp, 16]
	ldp	x21, x22, [sp, 32]
	ldp	x23, x24, [sp, 48]
	ldp	x25, x26, [sp, 64]
	ldp	x27, x28, [sp, 80]
	ldp	x29, x30, [sp], 112
	ret
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_svc, svc 0

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	32

/* The registers that the entry may clobber besides the result: none.  */
	.balign	8
	.globl	conform_lost_svc
conform_lost_svc:
	.quad	0, 0, 0
	.section .note.GNU-stack, "", %progbits
