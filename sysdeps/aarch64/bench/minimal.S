/* minimal.S - the shortest aarch64 stubs that set the errno of a thread.  */
/* SPDX-License-Identifier: MIT */

/* A yardstick, not a library: see that of i386.  */

	.macro	BEGIN name
#ifdef MINIMAL_APART
	.section .text.\name, "ax", %progbits
#endif
	.globl	\name
	.type	\name, %function
\name:
	.endm

	.macro	ZERO reg, i, n, t
	.if	\i > \n && \i <= \t
	mov	\reg, #0
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	ZERO	x2, 3, \n, (\n + \z)
	ZERO	x3, 4, \n, (\n + \z)
	ZERO	x4, 5, \n, (\n + \z)
	ZERO	x5, 6, \n, (\n + \z)
	mov	w8, #\nr
	svc	#0
	tbnz	w0, #31, minimal_error
	ret
	.size	\name, . - \name
	.endm

	.macro	FAIL
	neg	w0, w0
	mrs	x1, tpidr_el0
	add	x1, x1, #:tprel_hi12:minimal_errno
	str	w0, [x1, #:tprel_lo12_nc:minimal_errno]
	mov	x0, #-1
	ret
	.endm

#include "../../../bench/minimal.h"
