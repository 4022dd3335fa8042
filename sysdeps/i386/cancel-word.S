/* cancel-word.S - whether the program can cancel threads, on i386.  */
/* SPDX-License-Identifier: MIT */

#include <cancel-libc.h>
#include <cet.h>

	.globl	__tg_cancels_c
	.hidden	__tg_cancels_c
	.type	__tg_cancels_c, @object
	.size	__tg_cancels_c, 4
#ifdef TG_SHARED
	.section .rodata
	.balign	4
__tg_cancels_c:
	.long	1
#else
	.weak	CANCELS_IF
	.hidden	CANCELS_IF
	.section .data.rel.ro, "aw", @progbits
	.balign	4
__tg_cancels_c:
	.long	CANCELS_IF		/* Zero if it is not linked.  */

/* The same for stubs and the inline form, as a variable of each thread: code
   that does not depend on its address reads only those by one instruction.
   The shared object has no such word: its thread variables are at offsets that
   the linker cannot compute.  */
	.globl	__tg_cancels
	.hidden	__tg_cancels
	.type	__tg_cancels, @tls_object
	.size	__tg_cancels, 4
	.section .tdata, "awT", @progbits
	.balign	4
__tg_cancels:
	.long	CANCELS_IF
#endif
	.section .note.GNU-stack, "", @progbits
