/* sysdep.h - how a stub on alpha enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			$0
   arguments	$16 ... $21		the same
   result	$0			$0, or there a positive errno if $19
					is not 0

   The kernel clobbers $16-$18, and PALcode may clobber the registers that a
   function need not preserve.  $27 holds the address of a function in its
   first instructions.  C extends a 32-bit value by its sign.  */

#include <frame.h>

#define ERROR_ENTRY	__tg_error	/* LEAVE_TO puts the result in $16.  */

/* Continue in F, at any distance, by an address from the GOT.  */
	.macro	JUMP f
	br	$27, 7f
7:	ldgp	$29, 0($27)
	ldq	$27, \f($29)		!literal
	jmp	$31, ($27), \f
	.endm

/* The same without the frame.  */
	.macro	LEAVE_TO f
	.ifc	\f, ERROR_ENTRY
	subl	$31, $0, $16
	.endif
	.ifdef	.Lframe
	.cfi_remember_state
	POP
	JUMP	\f
	.cfi_restore_state
	.else
	JUMP	\f
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  */
	.macro	DIRECT nr, n, z
	.if	KEEP
	PUSH_ARGS \n
	.endif
	.irp	arg, "16, 1", "17, 2", "18, 3", "19, 4", "20, 5", "21, 6"
	ZERO	\arg, \n, \z
	.endr
	lda	$0, \nr
	callsys
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	mov	0, $\reg
	.endif
	.endm

/* A tail in assembly takes over with the frame.  */
	.macro	RETURN_OR f
	.hidden	\f
	bne	$19, 8f
	.ifdef	.Lframe
	.cfi_remember_state
	POP
	ret
	.cfi_restore_state
	.else
	ret
	.endif
8:	.ifc	\f, ERROR_ENTRY
	LEAVE_TO \f
	.else
	JUMP	\f
	.endif
	.endm

/* All 32-bit values are results.  Should a kernel take a user ID of -2 for an
   error, as qemu-user does, this undoes its negation.  C
   extends the sign.  */
	.macro	RETURN
	beq	$19, 9f
	negq	$0, $0
9:	sextl	$0, $0
	ret
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmpeq	$0, \error, $1
	bne	$1, 9f
	LEAVE_TO ERROR_ENTRY
9:
	.endm

	.macro	TO_C f, n
	.hidden	\f
	EACH_ARG ldq, \n
	LEAVE_TO \f
	.endm
