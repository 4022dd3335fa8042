/* socketcall.h - the second path on 32-bit powerpc: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

#define SECOND_PATH	__tg_second_path

/* r3 holds the operation.  */
	.macro	ENTER_SOCKETCALL
	addi	4, 1, BLOCK
	li	0, TG_NR_socketcall
	sc
	.endm

	.macro	SOCKETCALL op
	.ifndef	.Lframe
	PUSH_ARGS CALL_ARGS
	.endif
	li	3, \op
	ENTER_SOCKETCALL
	.endm

/* The rest is in second-path.S.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	SECOND_PATH
	li	9, \op
	b	SECOND_PATH
	.endm
