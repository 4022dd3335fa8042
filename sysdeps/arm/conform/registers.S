/* registers.S - a call with all registers loaded, by the entry of arm.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): r0 to r12, lr and the flags, before
   the call and after it.  */
	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, %function
\name:
	push	{r1, r4 - r11, lr}
	ldr	r1, [r0, 56]
	msr	cpsr_f, r1
	ldr	lr, [r0, 52]
	ldm	r0, {r0 - r12}
	\entry
	push	{r0, lr}
	ldr	lr, [sp, 8]
	stm	lr, {r0 - r12}
	mrs	r1, cpsr
	str	r1, [lr, 56]
	pop	{r0, r1}
	str	r1, [lr, 52]
	pop	{r1, r4 - r11, lr}
	bx	lr
	.size	\name, . - \name
	.endm

	.syntax	unified
	.arm
	.text
	REGISTERS conform_registers_svc, svc 0

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	15

/* The registers that the entry may clobber besides the result: none.  */
	.globl	conform_lost_svc
conform_lost_svc:
	.long	0, 0, 0
	.section .note.GNU-stack, "", %progbits
