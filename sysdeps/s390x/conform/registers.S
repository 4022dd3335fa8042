/* registers.S - a call with all registers loaded, by the entry of s390x.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): r2 r0 r1 r3 to r14 and the condition
   code, before the call and after it.  The frame has out at 160, r2 at 168. */
	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	stmg	%r6, %r15, 48(%r15)
	aghi	%r15, -176
	stg	%r3, 160(%r15)
	lg	%r1, 120(%r2)
	spm	%r1
	lmg	%r0, %r1, 8(%r2)
	lmg	%r3, %r14, 24(%r2)
	lg	%r2, 0(%r2)
	\entry
	stg	%r2, 168(%r15)
	lg	%r2, 160(%r15)
	stmg	%r0, %r1, 8(%r2)
	stmg	%r3, %r14, 24(%r2)
	lghi	%r1, 0
	ipm	%r1
	stg	%r1, 120(%r2)
	lg	%r1, 168(%r15)
	stg	%r1, 0(%r2)
	lmg	%r6, %r15, 224(%r15)
	br	%r14
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_svc, svc 0

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	16

/* The registers that the entry may clobber besides the result: none.  */
	.balign	8
	.globl	conform_lost_svc
conform_lost_svc:
	.quad	0, 0, 0
	.section .note.GNU-stack, "", @progbits
