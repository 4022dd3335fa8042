/* read-tp.S - __aeabi_read_tp, for code that is compiled with -mtp=soft.  */
/* SPDX-License-Identifier: MIT */

/* It may clobber r0 only, beside ip, lr and the flags.  Processors before
   ARMv6K have no register for this: the kernel has a function for each
   processor at a fixed address, which preserves all but r0
   (Documentation/arch/arm/kernel_user_helpers.rst).  */

	.syntax	unified
	.arm
	.cfi_sections .debug_frame
	.text
	.globl	__aeabi_read_tp
	.type	__aeabi_read_tp, %function
__aeabi_read_tp:
	.cfi_startproc
	mvn	r0, #0xf000
	sub	pc, r0, #31		/* 0xffff0fe0  */
	.cfi_endproc
	.size	__aeabi_read_tp, . - __aeabi_read_tp
	.section .note.GNU-stack, "", %progbits
