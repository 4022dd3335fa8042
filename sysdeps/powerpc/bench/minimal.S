/* minimal.S - the shortest 32-bit powerpc stubs that set errno.  */
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

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.irp	i, 1, 2, 3, 4, 5, 6
	.if	\i > \n && \i <= \n + \z
	li	2 + \i, 0
	.endif
	.endr
	li	0, \nr
	sc
	bso-	minimal_error
	blr
	.size	\name, . - \name
	.endm

	.macro	FAIL
	addis	9, 2, minimal_errno@tprel@ha
	stw	3, minimal_errno@tprel@l(9)
	li	3, -1
	blr
	.endm

#include "../../../bench/minimal.h"
