/* sysdep.h - how a 32-bit powerpc stub enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			r0
   arguments	r3 ... r8		the same
   result	r3			r3, or in r3 a positive errno if
					cr0.so is set

   The kernel preserves lr, and r0, r4-r12, ctr and xer only at times.  */

#include <frame.h>

#define ERROR_ENTRY	__tg_error	/* LEAVE_TO negates: r3 of C.  */

/* Continue in F, a function in C, without the frame.  */
	.macro	LEAVE_TO f
	.ifc	\f, ERROR_ENTRY
	neg	3, 3
	.endif
	.ifdef	.Lframe
	.cfi_remember_state
	POP
	b	\f
	.cfi_restore_state
	.else
	b	\f
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  */
	.macro	DIRECT nr, n, z
	.ifdef	.Lframe
	EACH_ARG lwz, \n
	.elseif	KEEP
	PUSH_ARGS \n
	.endif
	.irp	i, 1, 2, 3, 4, 5, 6
	.if	\i > \n && \i <= \n + \z
	li	2 + \i, 0
	.endif
	.endr
	li	0, \nr
	sc
	.endm

/* A tail in assembly takes over with the frame; the labels of the templates
   follow at once.  */
	.macro	RETURN_OR f
	.hidden	\f
	.ifdef	.Lframe
	bso-	8f
	.cfi_remember_state
	POP
	blr
	.cfi_restore_state
8:
	.else
	bnslr+
	.endif
	.set	.Lfollows, 0
	.irp	label, .Lsecond, .Ltimes, .Lfailed
	.ifc	\f, \label
	.set	.Lfollows, 1
	.endif
	.endr
	.ifc	\f, ERROR_ENTRY
	LEAVE_TO \f
	.elseif	.Lfollows == 0
	b	\f
	.endif
	.endm

/* The kernel takes high results for errors: a user ID of -2, for instance.  */
	.macro	RETURN
	bnslr+
	neg	3, 3
	blr
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmpwi	3, \error
	beq	9f
	LEAVE_TO ERROR_ENTRY
9:
	.endm

	.macro	TO_C f, n
	.hidden	\f
	.ifdef	.Lframe
	EACH_ARG lwz, \n
	.endif
	LEAVE_TO \f
	.endm

#include <socketcall.h>
