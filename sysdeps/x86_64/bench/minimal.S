/* minimal.S - the shortest x86_64 stubs that set the errno of a thread.  */
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
	xorl	\reg, \reg
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.if	\n > 3
	movq	%rcx, %r10
	.endif
	ZERO	%edx, 3, \n, (\n + \z)
	ZERO	%r10d, 4, \n, (\n + \z)
	ZERO	%r8d, 5, \n, (\n + \z)
	ZERO	%r9d, 6, \n, (\n + \z)
	movl	$\nr, %eax
	syscall
	testl	%eax, %eax
	js	minimal_error
	ret
	.size	\name, . - \name
	.endm

	.macro	FAIL
	negl	%eax
	movl	%eax, %fs:minimal_errno@tpoff
	orq	$-1, %rax
	ret
	.endm

#include "../../../bench/minimal.h"
