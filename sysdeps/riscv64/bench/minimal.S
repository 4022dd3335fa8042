/* minimal.S - the shortest riscv64 stubs that set the errno of a thread.  */
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
	li	\reg, 0
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	ZERO	a2, 3, \n, (\n + \z)
	ZERO	a3, 4, \n, (\n + \z)
	ZERO	a4, 5, \n, (\n + \z)
	ZERO	a5, 6, \n, (\n + \z)
	li	a7, \nr
	ecall
	bltz	a0, minimal_error
	ret
	.size	\name, . - \name
	.endm

	.macro	FAIL
	neg	a0, a0
	lui	a1, %tprel_hi(minimal_errno)
	add	a1, a1, tp, %tprel_add(minimal_errno)
	sw	a0, %tprel_lo(minimal_errno)(a1)
	li	a0, -1
	ret
	.endm

#include "../../../bench/minimal.h"
