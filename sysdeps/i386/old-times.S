/* old-times.S - was an option with 64-bit times set as an older one?  */
/* SPDX-License-Identifier: MIT */

/* The int is set by fallback/setsockopt.c.  Each thread's block has its
   address, which the linker or the start-up of a static-pie program
   relocates.  */

#include <cet.h>

	.bss
	.balign	4
	.globl	__tg_old_times
	.hidden	__tg_old_times
	.type	__tg_old_times, @object
	.size	__tg_old_times, 4
__tg_old_times:
	.zero	4
#ifndef TG_SHARED
	.section .tdata, "awT", @progbits
	.balign	4
	.globl	__tg_old_times_at
	.hidden	__tg_old_times_at
	.type	__tg_old_times_at, @object
	.size	__tg_old_times_at, 4
__tg_old_times_at:
	.long	__tg_old_times
#endif
	.section .note.GNU-stack, "", @progbits
