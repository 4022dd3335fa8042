/* registers.S - a call with all registers loaded, by the entry of hppa.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): r28, r1 to r26, r29 and r31, before
   the call and after it.  The stack grows up: the frame has r2 to r18 at 0,
   out at 68 and r26 at 72.  */
	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	.irp	n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
	stw	%r\n, (\n - 2) * 4(%r30)
	.endr
	stw	%r25, 68(%r30)
	ldo	128(%r30), %r30
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	ldw	\n * 4(%r26), %r\n
	.endr
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25
	ldw	\n * 4(%r26), %r\n
	.endr
	ldw	0(%r26), %r28
	ldw	108(%r26), %r29
	ldw	112(%r26), %r31
	ldw	104(%r26), %r26
	\entry
	stw	%r26, -56(%r30)
	ldw	-60(%r30), %r26
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	stw	%r\n, \n * 4(%r26)
	.endr
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25
	stw	%r\n, \n * 4(%r26)
	.endr
	stw	%r28, 0(%r26)
	stw	%r29, 108(%r26)
	stw	%r31, 112(%r26)
	ldw	-56(%r30), %r1
	stw	%r1, 104(%r26)
	ldo	-128(%r30), %r30
	.irp	n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
	ldw	(\n - 2) * 4(%r30), %r\n
	.endr
	bv,n	%r0(%r2)
	.size	\name, . - \name
	.endm

	.macro	TRAP
	ble	0x100(%sr2, %r0)
	nop
	.endm

	.text
	REGISTERS conform_registers_ble, TRAP

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	30

/* The registers that the entry may clobber besides the result: r1 and, with
   the address behind the branch, r31.  */
	.globl	conform_lost_ble
conform_lost_ble:
	.long	1 << 28 | 1 << 1, 0, 0
	.section .note.GNU-stack, "", %progbits
