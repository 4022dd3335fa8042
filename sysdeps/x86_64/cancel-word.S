/* cancel-word.S - whether the program can cancel threads, on x86_64.  */
/* SPDX-License-Identifier: MIT */

#include <cancel-libc.h>
#include <cet.h>

	.globl	__tg_cancels, __tg_cancels_c
	.hidden	__tg_cancels, __tg_cancels_c
	.set	__tg_cancels_c, __tg_cancels
	.type	__tg_cancels, @object
	.size	__tg_cancels, 8
#ifdef TG_SHARED
	.section .rodata
	.balign	8
__tg_cancels:
	.quad	1
#else
	.weak	CANCELS_IF
	.hidden	CANCELS_IF
	.section .data.rel.ro, "aw", @progbits
	.balign	8
__tg_cancels:
	.quad	CANCELS_IF		/* Zero if it is not linked.  */
#endif
	.section .note.GNU-stack, "", @progbits
