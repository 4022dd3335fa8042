/* sigreturn.S - the restorer of signal handlers on sparc64.  */
/* SPDX-License-Identifier: MIT */

/* The kernel has this address, less 8, for the return address of a handler,
   which returns to 8 bytes behind that.  The nop keeps an unwinder, which
   looks before a return address, inside this function.  */

#include <numbers.h>

	.text
	nop
	.globl	__tg_restore_rt
	.hidden	__tg_restore_rt
	.type	__tg_restore_rt, #function
__tg_restore_rt:
	mov	TG_NR_rt_sigreturn, %g1
	ta	0x6d
	.size	__tg_restore_rt, . - __tg_restore_rt
	.section .note.GNU-stack, "", %progbits
