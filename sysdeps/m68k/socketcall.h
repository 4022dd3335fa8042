/* socketcall.h - the second path into the kernel on m68k: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

/* %d1 holds the operation.  %d2 takes the address of the arguments, which are
   the caller's own: nothing is copied.  */
	.macro	ENTER_SOCKETCALL
	KEEP	d2, a1
	lea	4(%sp), %a0
	move.l	%a0, %d2
	NUMBER	TG_NR_socketcall
	trap	#0
	RESTORE	d2, a1
	.endm

	.macro	SOCKETCALL op
	moveq	#\op, %d1
	ENTER_SOCKETCALL
	.endm

/* The rest is in second-path.S.  %d1 is call-clobbered.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	__tg_second_path
	moveq	#\op, %d1
	bra.l	__tg_second_path
	.endm
