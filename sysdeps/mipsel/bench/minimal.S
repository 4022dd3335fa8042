/* minimal.S - the shortest mips stubs that set the errno of a thread.  */
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
	move	\reg, $0
	.endif
	.endm

/* No call here adds a fifth word.  */
	.macro	MINIMAL name, nr, n, z
	.set	noreorder
	BEGIN	\name
	ZERO	$4, 1, \n, (\n + \z)
	ZERO	$5, 2, \n, (\n + \z)
	ZERO	$6, 3, \n, (\n + \z)
	ZERO	$7, 4, \n, (\n + \z)
	li	$2, \nr
	syscall
	bnez	$7, minimal_error
	 nop
	jr	$31
	 nop
	.size	\name, . - \name
	.endm

	.macro	FAIL
	.set	push
	.set	mips32r2
	rdhwr	$3, $29
	.set	pop
	lui	$8, %tprel_hi(minimal_errno)
	addu	$8, $8, $3
	sw	$2, %tprel_lo(minimal_errno)($8)
	jr	$31
	 li	$2, -1
	.endm

#include "../../../bench/minimal.h"
