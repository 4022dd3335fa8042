/* minimal.S - the shortest sparc64 stubs that set the errno of a thread.  */
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
	clr	%\reg
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.irp	arg, "o0, 1", "o1, 2", "o2, 3", "o3, 4", "o4, 5", "o5, 6"
	ZERO	\arg, \n, (\n + \z)
	.endr
	mov	\nr, %g1
	ta	0x6d
	bcs,pn	%xcc, minimal_error
	 nop
	retl
	 nop
	.size	\name, . - \name
	.endm

	.macro	FAIL
	sethi	%tle_hix22(minimal_errno), %g1
	xor	%g1, %tle_lox10(minimal_errno), %g1
	st	%o0, [%g7 + %g1]
	retl
	 mov	-1, %o0
	.endm

#include "../../../bench/minimal.h"
