/* registers.S - a call with all registers loaded, by the entry of sparc64.  */
/* SPDX-License-Identifier: MIT */

	.register %g2, #scratch
	.register %g3, #scratch

/* void NAME (const long *in, long *out): o0 g1 to g5 o1 to o5 o7 l0 to l7
   i0 to i5 and ccr, before the call and after it.  The frame has out at 176
   and o0 at 184, above the bias.  */
	.macro	EACH op
	.irp	n, 2, 3, 4, 5
	\op	g\n, \n * 8
	.endr
	.irp	n, 1, 2, 3, 4, 5
	\op	o\n, (\n + 5) * 8
	.endr
	\op	o7, 88
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7
	\op	l\n, (\n + 12) * 8
	.endr
	.irp	n, 0, 1, 2, 3, 4, 5
	\op	i\n, (\n + 20) * 8
	.endr
	.endm
	.macro	GET r, offset
	ldx	[%g1 + (\offset)], %\r
	.endm
	.macro	PUT r, offset
	stx	%\r, [%o0 + (\offset)]
	.endm

	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, #function
\name:
	save	%sp, -208, %sp
	stx	%i1, [%sp + 2047 + 176]
	mov	%i0, %g1
	ldx	[%g1 + 208], %o0
	wr	%o0, 0, %ccr
	EACH	GET
	ldx	[%g1], %o0
	ldx	[%g1 + 8], %g1
	\entry
	stx	%o0, [%sp + 2047 + 184]
	ldx	[%sp + 2047 + 176], %o0
	stx	%g1, [%o0 + 8]
	EACH	PUT
	rd	%ccr, %o1
	stx	%o1, [%o0 + 208]
	ldx	[%sp + 2047 + 184], %o1
	stx	%o1, [%o0]
	return	%i7 + 8
	nop
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_ta, ta 0x6d

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	27

/* The registers that the entry may clobber besides the result: g2 to g5.  */
	.balign	8
	.globl	conform_lost_ta
conform_lost_ta:
	.xword	0xf << 2, 0, 0
	.section .note.GNU-stack, "", %progbits
