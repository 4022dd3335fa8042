/* minimal.S - the shortest arm stubs that set the errno of a thread.  */
/* SPDX-License-Identifier: MIT */

/* A yardstick, not a library: see that of i386.  */

	.syntax	unified
	.arm

	.macro	BEGIN name
#ifdef MINIMAL_APART
	.section .text.\name, "ax", %progbits
#endif
	.globl	\name
	.type	\name, %function
\name:
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	mov	\reg, #0
	.endif
	.endm

/* With up to four arguments ip holds r7; the kernel preserves both.  */
	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.if	\n + \z > 5
	push	{r4, r5, r7}
	.elseif	\n + \z > 4
	push	{r4, r7}
	.else
	mov	ip, r7
	.endif
	ZERO	r2, 3, \n, \z
	ZERO	r3, 4, \n, \z
	ZERO	r4, 5, \n, \z
	ZERO	r5, 6, \n, \z
	.if	\n > 5
	ldr	r4, [sp, #12]
	ldr	r5, [sp, #16]
	.elseif	\n > 4
	ldr	r4, [sp, #8]
	.endif
	ldr	r7, =\nr
	svc	#0
	.if	\n + \z > 5
	pop	{r4, r5, r7}
	.elseif	\n + \z > 4
	pop	{r4, r7}
	.else
	mov	r7, ip
	.endif
	cmp	r0, #0
	bxge	lr
	b	minimal_error
	.ltorg
	.size	\name, . - \name
	.endm

	.macro	FAIL
	rsb	r0, r0, #0
	mrc	p15, 0, r1, c13, c0, 3
	ldr	r2, .Lerrno
	str	r0, [r1, r2]
	mvn	r0, #0
	bx	lr
.Lerrno:
	.word	minimal_errno(tpoff)
	.endm

#include "../../../bench/minimal.h"
