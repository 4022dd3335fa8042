/* socketcall.h - the second path on sparc64: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

#define SECOND_PATH	__tg_second_path

/* The block of arguments is where the caller left room for them.  %o0 has the
   operation.  */
	.macro	ENTER_SOCKETCALL
	add	%sp, HOME, %o1
	mov	TG_NR_socketcall, %g1
	ta	0x6d
	.endm

	.macro	STORE_ARG reg, i, n
	.if	\i <= \n
	stx	%\reg, [%sp + HOME + 8 * (\i - 1)]
	.endif
	.endm

	.macro	SOCKETCALL op
	.irp	arg, "o0, 1", "o1, 2", "o2, 3", "o3, 4", "o4, 5", "o5, 6"
	STORE_ARG \arg, CALL_ARGS
	.endr
	mov	\op, %o0
	ENTER_SOCKETCALL
	.set	.Lstored, 1
	.endm

/* The rest is in second-path.S.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	SECOND_PATH
	mov	\op, %g5
	LINK
	LINKED	SECOND_PATH
	.endm
