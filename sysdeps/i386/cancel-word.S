/* cancel-word.S - whether the program can cancel threads, on i386.  */
/* SPDX-License-Identifier: MIT */

#include <cancel-libc.h>
#include <cet.h>

/* A variable of each thread, as code that does not depend on its address can
   read only those by one instruction.  The shared object has no such word: it
   cannot be in the static TLS block at a known offset.  */
#ifndef TG_SHARED
	.weak	CANCELS_IF
	.hidden	CANCELS_IF
	.globl	__tg_cancels
	.hidden	__tg_cancels
	.type	__tg_cancels, @tls_object
	.size	__tg_cancels, 4
	.section .tdata, "awT", @progbits
	.balign	4
__tg_cancels:
	.long	CANCELS_IF		/* Zero if it is not linked.  */
#endif
	.section .note.GNU-stack, "", @progbits
