/* registers.S - a call with all registers loaded, by the entry of m68k.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): d0 to d7, a0 to a6 and the condition
   codes, before the call and after it.  */
	.macro	REGISTERS name, entry
	.globl	\name
	.type	\name, @function
\name:
	movem.l	%d2-%d7/%a2-%a6, -(%sp)
	move.l	48(%sp), %a0
	move.l	60(%a0), %d0
	move.w	%d0, %ccr
	movem.l	(%a0), %d0-%d7/%a0-%a6
	\entry
	movem.l	%a0, -(%sp)
	move.w	%ccr, -(%sp)
	move.l	58(%sp), %a0
	movem.l	%d0-%d7/%a0-%a6, (%a0)
	clr.w	60(%a0)
	move.w	(%sp)+, 62(%a0)
	move.l	(%sp)+, 32(%a0)
	movem.l	(%sp)+, %d2-%d7/%a2-%a6
	rts
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_trap, "trap #0"

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	16

/* The registers that the entry may clobber besides the result: none.  */
	.globl	conform_lost_trap
conform_lost_trap:
	.long	0, 0, 0
	.section .note.GNU-stack, "", @progbits
