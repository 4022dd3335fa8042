/* registers.S - a call with all registers loaded, by the entry of alpha.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): $0 to $29, before the call and after
   it.  */
	.macro	EACH op
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	\op	$\n, \n * 8($16)
	.endr
	.irp	n, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29
	\op	$\n, \n * 8($16)
	.endr
	.endm

	.macro	SAVED op
	.irp	n, 9, 10, 11, 12, 13, 14, 15
	\op	$\n, (\n - 9) * 8($30)
	.endr
	\op	$26, 56($30)
	\op	$29, 64($30)
	.endm

	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	.set	noat
	lda	$30, -96($30)
	SAVED	stq
	stq	$17, 72($30)
	EACH	ldq
	ldq	$0, 0($16)
	ldq	$16, 128($16)
	\entry
	stq	$0, 80($30)
	stq	$16, 88($30)
	ldq	$16, 72($30)
	EACH	stq
	ldq	$1, 80($30)
	ldq	$2, 88($30)
	stq	$1, 0($16)
	stq	$2, 128($16)
	SAVED	ldq
	lda	$30, 96($30)
	ret
	.set	at
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_callsys, callsys

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	31

/* The registers that the entry may clobber besides the result: $1 to $8, $19
   with the flag, $20 with a second result, $22 to $25, $27 and $28.  */
	.balign	8
	.globl	conform_lost_callsys
conform_lost_callsys:
	.quad	3 << 27 | 0xf << 22 | 3 << 19 | 0xff << 1, 0, 0
	.section .note.GNU-stack, "", @progbits
