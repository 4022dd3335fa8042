/* sysdep.h - how a stub on sh4 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			r3
   arguments	r4 ... r7, stack	r4 ... r7, r0, r1
   result	r0			r0, all other registers preserved

   An instruction after a delayed branch is executed before it.  A constant of
   more than 8 bits is in memory, behind the code that loads it: within 510
   bytes, and conditional branches reach 256.  */

#define LANDING
#define ERROR_ENTRY	__tg_error	/* The result in r4.  */

/* The kernel takes any number from 16 to 31 and recommends 31, for all
   processors (arch/sh/kernel/entry-common.S).  Renesas' technical update
   TN-SH7-456A/E describes a fault of processors, and these five instructions
   against it.  */
	.macro	TRAP
	trapa	#31
	.rept	5
	or	r0, r0
	.endr
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	mov	#0, \reg
	.endif
	.endm

	.macro	LOAD reg, i, n, z
	.if	\i <= \n
	mov.l	@(4 * (\i - 5), r15), \reg
	.endif
	ZERO	\reg, \i, \n, \z
	.endm

	.macro	NUMBER nr
	.if	\nr < 128
	mov	#\nr, r3
	.else
	.set	.Lpool, \nr
	mov.w	.Lnumber, r3
	.endif
	.endm
	.set	.Lpool, 0		/* The number, until POOL.  */

	.macro	POOL
	.if	.Lpool
.Lnumber:
	.short	.Lpool
	.set	.Lpool, 0
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  */
	.macro	DIRECT nr, n, z
	.irp	arg, "r5, 2", "r6, 3", "r7, 4"
	ZERO	\arg, \n, \z
	.endr
	LOAD	r0, 5, \n, \z
	LOAD	r1, 6, \n, \z
	NUMBER	\nr
	TRAP
	.endm

/* Go to F, which may be in another object, at any distance and without a
   relocation at run time.  DELAYED is executed before.  */
	.macro	GOTO f, delayed
	.hidden	\f
	mov.l	.Lto\@, r1
	braf	r1
	\delayed
.Lfrom\@:
	.balign	4
.Lto\@:
	.long	\f - .Lfrom\@
	.endm

/* C takes the result as its argument.  */
	.macro	GO_ON f
	.ifc	\f, ERROR_ENTRY
	GOTO	\f, "mov r0, r4"
	.else
	GOTO	\f, nop
	.endif
	.endm

	.macro	RETURN
	rts
	nop
	POOL
	.endm

/* The name of a label of this stub begins with a dot.  */
	.macro	IS_HERE f
	.set	.Lhere, -1
	.irpc	letter, \f
	.if	.Lhere < 0
	.ifc	\letter, .
	.set	.Lhere, 1
	.else
	.set	.Lhere, 0
	.endif
	.endif
	.endr
	.endm

	.macro	RETURN_OR f
	IS_HERE \f
	mov.w	.Lmax\@, r1
	cmp/hs	r1, r0			/* Unsigned: -4095..-1.  */
	.if	.Lhere
	bt	\f
	.else
	bt	.Lout\@
	.endif
	RETURN
.Lmax\@:
	.short	-MAX_ERRNO
	.ifeq	.Lhere
.Lout\@:
	GO_ON	\f
	.endif
	.endm

	.macro	FAIL_UNLESS error
	mov	#-\error, r1
	cmp/eq	r1, r0
	bt	.Lelse\@
	GO_ON	ERROR_ENTRY
.Lelse\@:
	.endm

/* The arguments are where the caller put them.  */
	.macro	TO_C f, n
	GOTO	\f, nop
	.endm

#include <socketcall.h>
