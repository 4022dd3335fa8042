/* registers.S - a call with all registers loaded, by loongarch64's entry.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): r4 r1 r5 to r20 and r22 to r31,
   before the call and after it; there are no flags.  */
	.macro	EACH op, base
	\op	$r1, \base, 8
	.irp	n, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20
	\op	$r\n, \base, (\n - 3) * 8
	.endr
	.irp	n, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\op	$r\n, \base, (\n - 4) * 8
	.endr
	.endm

	.macro	SAVED op
	\op	$r1, $sp, 8
	.irp	n, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\op	$r\n, $sp, (\n - 20) * 8
	.endr
	.endm

	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	addi.d	$sp, $sp, -112
	SAVED	st.d
	st.d	$a1, $sp, 0
	EACH	ld.d, $a0
	ld.d	$a0, $a0, 0
	\entry
	st.d	$a0, $sp, 104
	ld.d	$a0, $sp, 0
	EACH	st.d, $a0
	ld.d	$t0, $sp, 104
	st.d	$t0, $a0, 0
	SAVED	ld.d
	addi.d	$sp, $sp, 112
	ret
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_syscall, syscall 0

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	29

/* The registers that the entry may clobber besides the result: t0 to t8.  */
	.balign	8
	.globl	conform_lost_syscall
conform_lost_syscall:
	.quad	0x1ff << 9, 0, 0
	.section .note.GNU-stack, "", %progbits
