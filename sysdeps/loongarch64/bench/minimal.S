/* minimal.S - the shortest loongarch64 stubs that set errno.  */
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
	move	\reg, $zero
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	ZERO	$a2, 3, \n, (\n + \z)
	ZERO	$a3, 4, \n, (\n + \z)
	ZERO	$a4, 5, \n, (\n + \z)
	ZERO	$a5, 6, \n, (\n + \z)
	li.w	$a7, \nr
	syscall	0
	blt	$a0, $zero, minimal_error
	jr	$ra
	.size	\name, . - \name
	.endm

	.macro	FAIL
	sub.w	$a0, $zero, $a0
	la.tls.le $a1, minimal_errno
	add.d	$a1, $a1, $tp
	st.w	$a0, $a1, 0
	li.w	$a0, -1
	jr	$ra
	.endm

#include "../../../bench/minimal.h"
