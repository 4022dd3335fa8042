/* minimal.S - the shortest hppa stubs that set the errno of a thread.  */
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
	.if	\n > 4
	ldw	-52(%r30), %r22
	.endif
	.if	\n > 5
	ldw	-56(%r30), %r21
	.endif
	ble	0x100(%sr2, %r0)
	ldi	\nr, %r20
	cmpiclr,<= 0, %r28, %r0		/* Nullifies the branch.  */
	b,n	minimal_error
	bv,n	%r0(%r2)
	.size	\name, . - \name
	.endm

	.macro	FAIL
	mfctl	%cr27, %r1
	addil	LR'minimal_errno-$tls_leoff$, %r1
	sub	%r0, %r28, %r28
	stw	%r28, RR'minimal_errno-$tls_leoff$(%r1)
	bv	%r0(%r2)
	ldi	-1, %r28
	.endm

#include "../../../bench/minimal.h"
