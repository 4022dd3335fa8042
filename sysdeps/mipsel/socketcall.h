/* socketcall.h - the second path into the kernel on mips: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

#define SECOND_PATH	__tg_second_path

/* The block of arguments is where the caller left room for the four in
   registers, before the others: nothing is copied.  $4 has the operation.  */
	.macro	ENTER_SOCKETCALL
	move	$5, $29
	li	$2, TG_NR_socketcall
	syscall
	.endm

/* For a call with flag T, either path may lead to C: the registers are then as
   the direct path leaves them.  */
	.macro	SOCKETCALL op
	sw	$4, 0($29)
	.irp	arg, "5, 4, 2", "6, 8, 3", "7, 12, 4"
	STORE	\arg, CALL_ARGS
	.endr
	li	$4, \op
	ENTER_SOCKETCALL
	.set	.Ltrapped, 1
#if defined CALL_TIMES && !defined TG_ONE_PATH
	lw	$4, 0($29)
	lw	$5, 4($29)
#else
	.set	.Lstored, 1
#endif
	.endm

/* Store argument I of N; the fourth is there already after another trap.  */
	.macro	STORE reg, at, i, n
	.if	\i <= \n
	.ifndef	.Ltrapped
	sw	$\reg, \at($29)
	.elseif	\i < 4
	sw	$\reg, \at($29)
	.endif
	.endif
	.endm

/* The rest is in second-path.S.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	SECOND_PATH
	li	$9, \op
	JUMP	SECOND_PATH
	.endm
