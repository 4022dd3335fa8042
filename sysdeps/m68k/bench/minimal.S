/* minimal.S - the shortest m68k stubs that set an errno.  */
/* SPDX-License-Identifier: MIT */

/* A yardstick, not a library: see that of i386.  The thread pointer costs a
   function call, or a system call with a libc, as in the other stubs.  */

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
	.if	\n + \z > 4
	movem.l	%d2-%d5, -(%sp)
	.elseif	\n + \z == 4
	movem.l	%d2-%d4, -(%sp)
	.else
	move.l	%d2, %a1
	.endif
	.if	\n + \z == 3
	move.l	%d3, %a0
	.endif
	.if	\n == 2
	movem.l	4(%sp), %d1-%d2
	.elseif	\n == 3 && \z == 0
	movem.l	4(%sp), %d1-%d3
	.elseif	\n == 3
	movem.l	16(%sp), %d1-%d3
	.elseif	\n == 4 && \z == 0
	movem.l	16(%sp), %d1-%d4
	.elseif	\n == 4
	movem.l	20(%sp), %d1-%d4
	.elseif	\n == 5
	movem.l	20(%sp), %d1-%d5
	.elseif	\n == 6
	movem.l	20(%sp), %d1-%d5/%a0
	.endif
	.if	\n < 4 && \n + \z >= 4
	moveq	#0, %d4
	.endif
	.if	\n < 5 && \n + \z >= 5
	moveq	#0, %d5
	.endif
	.if	\n < 6 && \n + \z == 6
	sub.l	%a0, %a0
	.endif
	.if	\nr < 128
	moveq	#\nr, %d0
	.else
	move.l	#\nr, %d0
	.endif
	trap	#0
	.if	\n + \z > 4
	movem.l	(%sp)+, %d2-%d5
	.elseif	\n + \z == 4
	movem.l	(%sp)+, %d2-%d4
	.else
	move.l	%a1, %d2
	.endif
	.if	\n + \z == 3
	move.l	%a0, %d3
	.endif
	tst.l	%d0
	bmi.l	minimal_error
	rts
	.size	\name, . - \name
	.endm

	.macro	FAIL
	neg.l	%d0
	move.l	%d0, -(%sp)
	bsr.l	__m68k_read_tp
	move.l	(%sp)+, (minimal_errno@TLSLE, %a0)
	moveq	#-1, %d0
	rts
	.endm

#include "../../../bench/minimal.h"
