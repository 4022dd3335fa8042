/* minimal.S - the shortest s390x stubs that set the errno of a thread.  */
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

/* The caller's 160 bytes keep r6 and r7.  */
	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.if	\n + \z > 5
	stmg	%r6, %r7, 48(%r15)
	.endif
	.if	\n + \z > 3 && \n < 4
	lghi	%r5, 0
	.endif
	.if	\n + \z > 4 && \n < 5
	lghi	%r6, 0
	.endif
	.if	\n > 5
	lg	%r7, 160(%r15)
	.elseif	\n + \z > 5
	lghi	%r7, 0
	.endif
	.if	\nr < 256
	svc	\nr
	.else
	lghi	%r1, \nr
	svc	0
	.endif
	.if	\n + \z > 5
	lmg	%r6, %r7, 48(%r15)
	.endif
	ltr	%r2, %r2
	jl	minimal_error
	br	%r14
	.size	\name, . - \name
	.endm

	.macro	FAIL
	lcr	%r2, %r2
	ear	%r1, %a0
	sllg	%r1, %r1, 32
	ear	%r1, %a1
	larl	%r3, .Lminimal_offset
	ag	%r1, 0(%r3)
	st	%r2, 0(%r1)
	lghi	%r2, -1
	br	%r14
	.pushsection .rodata
	.balign	8
.Lminimal_offset:
	.quad	minimal_errno@ntpoff
	.popsection
	.endm

#include "../../../bench/minimal.h"
