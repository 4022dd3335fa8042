/* sysdep.h - how a stub on mips (o32) enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller			kernel
   number	-				$2
   arguments	$4 $5 $6 $7 16($29) 20($29)	the same
   result	$2				$2, or in $2 a positive errno
						if $7 is not 0

   The kernel may clobber $1 $3 $8-$15 $24 $25 hi lo.  The four words at 0($29)
   belong to the function that is called; a function may expect its own address
   in $25.  Instructions in delay slots are indented by a blank.  */

#define LANDING		.set noreorder
#define ERROR_ENTRY	__tg_error	/* JUMP puts the result in $4.  */

/* Continue in the function F.  It may be at any distance, and $31 finds the
   word with that: a stub needs no GOT.  */
	.macro	JUMP f
	move	$8, $31; .cfi_register $31, $8
	bal	8f
	.ifc	\f, ERROR_ENTRY
	 negu	$4, $2
	.else
	 nop
	.endif
	.word	\f - .
8:	lw	$25, 0($31)
	addu	$25, $25, $31
	jr	$25
	 move	$31, $8; .cfi_restore $31
	.endm

/* A fallback, or the path that follows, needs the arguments again.  The kernel
   preserves $4 to $6 but has its flag in $7, which the stub keeps where the
   callee may store it, if anything can follow the trap.  */
#if !defined TG_ONE_PATH && (defined CALL_FALLBACK || defined CALL_TIMES \
	|| (defined CALL_OP && defined TG_ROUTE_direct))
# define KEEP	1
#else
# define KEEP	0
#endif

/* The assembler's symbols for what comes before: .Ltrapped for a trap, after
   which the fourth of the N arguments is only there, .Lstored for socketcall,
   which takes $4 and $5 as well.  */
	.macro	RELOAD n
	.ifdef	.Lstored
	lw	$4, 0($29)
	lw	$5, 4($29)
	.endif
	.ifdef	.Ltrapped
	.if	\n > 3
	lw	$7, 12($29)
	.endif
	.endif
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	move	\reg, $0
	.endif
	.endm

/* Zeros on the stack need a frame: only the caller's own arguments have room
   there.  */
	.macro	PUSH_ZEROS n, z
	addiu	$29, $29, -32; .cfi_adjust_cfa_offset 32
	.if	\n > 4
	lw	$8, 48($29)
	sw	$8, 16($29)
	.else
	sw	$0, 16($29)
	.endif
	sw	$0, 20($29)
	.endm

/* Call NR with the caller's N arguments and Z zeros.  Before 2.6.37, the
   kernel restarts a call one instruction before the trap, which has to load
   $2.  */
	.macro	DIRECT nr, n, z
	RELOAD	\n
	.ifndef	.Ltrapped
	.if	KEEP && \n > 3
	sw	$7, 12($29)
	.endif
	.endif
	ZERO	$4, 1, \n, \z
	ZERO	$5, 2, \n, \z
	ZERO	$6, 3, \n, \z
	ZERO	$7, 4, \n, \z
	.if	\z > 0 && \n + \z > 4
	PUSH_ZEROS \n, \z
	.endif
	li	$2, \nr
	syscall
	.if	\z > 0 && \n + \z > 4
	addiu	$29, $29, 32; .cfi_adjust_cfa_offset -32
	.endif
	.set	.Ltrapped, 1
	.endm

/* The labels of the templates follow at once, a function may be far.  */
	.macro	RETURN_OR f
	.hidden	\f
	.set	.Lnear, 0
	.irp	label, .Lsecond, .Ltimes, .Lfailed
	.ifc	\f, \label
	.set	.Lnear, 1
	.endif
	.endr
	.if	.Lnear
	bnez	$7, \f
	.else
	bnez	$7, 9f
	.endif
	 nop
	jr	$31
	 nop
	.if	.Lnear == 0
9:	JUMP	\f
	.endif
	.endm

/* The kernel takes high results for errors: a user ID of -2, for instance.  */
	.macro	RETURN
	beqz	$7, 9f
	 nop
	negu	$2, $2
9:	jr	$31
	 nop
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	li	$8, \error
	beq	$2, $8, 9f
	 nop
	JUMP	ERROR_ENTRY
9:
	.set	.Ltrapped, 1
	.endm

	.macro	TO_C f, n
	.hidden	\f
	RELOAD	\n
	JUMP	\f
	.endm

#include <socketcall.h>
