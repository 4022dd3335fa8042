/* registers.S - a call with all registers loaded, by the entry of sh4.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): r0 to r14 pr mach macl and T, before
   the call and after it.  */
	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
	.balign	4
\name:
	.irp	reg, r14, r13, r12, r11, r10, r9, r8
	mov.l	\reg, @-r15
	.endr
	sts.l	pr, @-r15
	mov.l	r5, @-r15
	mov	r4, r0
	add	#64, r0
	lds.l	@r0+, mach
	lds.l	@r0+, macl
	mov.l	@r0, r1
	shlr	r1
	mov.l	@(60, r4), r0
	lds	r0, pr
	.irp	n, 0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 4
	mov.l	@(\n * 4, r4), r\n
	.endr
	\entry
	mov.l	r4, @-r15
	mov.l	@(4, r15), r4
	.irp	n, 0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
	mov.l	r\n, @(\n * 4, r4)
	.endr
	mov.l	@r15+, r1
	mov.l	r1, @(16, r4)
	movt	r1
	mov	r4, r0
	add	#76, r0
	mov.l	r1, @-r0
	sts.l	macl, @-r0
	sts.l	mach, @-r0
	sts.l	pr, @-r0
	add	#4, r15
	lds.l	@r15+, pr
	.irp	reg, r8, r9, r10, r11, r12, r13, r14
	mov.l	@r15+, \reg
	.endr
	rts
	nop
	.size	\name, . - \name
	.endm

/* As in sysdep.h.  */
	.macro	TRAP
	trapa	#31
	.rept	5
	or	r0, r0
	.endr
	.endm

	.text
	REGISTERS conform_registers_trapa, TRAP

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	19

/* The registers that the entry may clobber besides the result: none.  */
	.globl	conform_lost_trapa
conform_lost_trapa:
	.long	0, 0, 0
	.section .note.GNU-stack, "", @progbits
