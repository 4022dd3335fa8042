/* socketcall.h - the second path into the kernel on s390x: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

/* r2 takes the operation, r3 the address of the arguments: their places in the
   caller's 160 bytes follow each other.  */
	.macro	STORE_SIXTH n
	.if	\n > 5
	mvc	56(8,%r15), 160(%r15)
	.endif
	.endm

	.macro	ENTER_SOCKETCALL
	la	%r3, 16(%r15)
	TRAP	TG_NR_socketcall
	.endm

	.macro	SOCKETCALL op
	.if	CALL_ARGS > 4
	stmg	%r2, %r6, 16(%r15)
	.elseif	CALL_ARGS > 3
	stmg	%r2, %r5, 16(%r15)
	.elseif	CALL_ARGS > 2
	stmg	%r2, %r4, 16(%r15)
	.else
	stmg	%r2, %r3, 16(%r15)
	.endif
	STORE_SIXTH CALL_ARGS
	lghi	%r2, \op
	ENTER_SOCKETCALL
	.endm

/* The rest is in second-path.S.  r1 is call-clobbered.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	__tg_second_path
	STORE_SIXTH CALL_ARGS
	lghi	%r1, \op
	jg	__tg_second_path
	.endm
