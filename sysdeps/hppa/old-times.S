/* old-times.S - was an option with 64-bit times set as an older one?  */
/* SPDX-License-Identifier: MIT */

/* The int is set by fallback/setsockopt.c.  */

	.bss
	.balign	4
	.globl	__tg_old_times
	.hidden	__tg_old_times
	.type	__tg_old_times, @object
	.size	__tg_old_times, 4
__tg_old_times:
	.zero	4
	.section .note.GNU-stack, "", @progbits
