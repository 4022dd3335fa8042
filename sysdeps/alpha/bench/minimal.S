/* minimal.S - the shortest alpha stubs that set the errno of a thread.  */
/* SPDX-License-Identifier: MIT */

/* A yardstick, not a library: see that of i386.  */

	.macro	BEGIN name
#ifdef MINIMAL_APART
	.section .text.\name, "ax", @progbits
#endif
	.globl	\name
	.type	\name, @function
\name:
	.endm

	.macro	ZERO reg, i, n, t
	.if	\i > \n && \i <= \t
	mov	0, $\reg
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.irp	arg, "16, 1", "17, 2", "18, 3", "19, 4", "20, 5", "21, 6"
	ZERO	\arg, \n, (\n + \z)
	.endr
	lda	$0, \nr
	callsys
	bne	$19, minimal_error
	ret
	.size	\name, . - \name
	.endm

	.macro	FAIL
	mov	$0, $1
	call_pal 0x9e			/* The thread pointer.  */
	ldah	$0, minimal_errno($0)	!tprelhi
	stl	$1, minimal_errno($0)	!tprello
	lda	$0, -1
	ret
	.endm

#include "../../../bench/minimal.h"
