/* minimal.S - the shortest sh4 stubs that set the errno of a thread.  */
/* SPDX-License-Identifier: MIT */

/* A yardstick, not a library: see that of i386.  A stub has a literal for its
   number and one for the way to the error tail, unless the tail is near.  */

	.macro	BEGIN name
#ifdef MINIMAL_APART
	.section .text.\name, "ax", @progbits
#endif
	.globl	\name
	.type	\name, @function
\name:
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	mov	#0, \reg
	.endif
	.endm

	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.if	\n > 4
	mov.l	@r15, r0
	.endif
	.if	\n > 5
	mov.l	@(4, r15), r1
	.endif
	ZERO	r6, 3, \n, \z
	ZERO	r7, 4, \n, \z
	ZERO	r0, 5, \n, \z
	ZERO	r1, 6, \n, \z
	.if	\nr < 128
	mov	#\nr, r3
	.else
	mov.w	.Lnr_\name, r3
	.endif
	trapa	#31
	.rept	5
	or	r0, r0
	.endr
	cmp/pz	r0
	bf	.Lfar_\name
	rts
	nop
.Lnr_\name:
	.short	\nr
.Lfar_\name:
	mov.l	.Lto_\name, r1
	braf	r1
	neg	r0, r0
.Lfrom_\name:
	.balign	4
.Lto_\name:
	.long	minimal_error - .Lfrom_\name
	.size	\name, . - \name
	.endm

	.macro	FAIL
	mov.l	.Lerrno, r1
	stc	gbr, r2
	add	r2, r1
	mov.l	r0, @r1
	mov	#-1, r0
	bra	.Lfailed
	nop
	.balign	4
.Lerrno:
	.long	minimal_errno@TPOFF
.Lfailed:
	rts
	nop
	.endm

#include "../../../bench/minimal.h"
