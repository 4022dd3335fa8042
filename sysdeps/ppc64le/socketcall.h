/* socketcall.h - the second path on 64-bit powerpc: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

#define SECOND_PATH	__tg_second_path

/* r3 holds the operation.  */
	.macro	ENTER_SOCKETCALL
	addi	4, 1, BLOCK
	li	0, TG_NR_socketcall
	sc
	.endm

	.macro	SOCKETCALL op
	EACH_ARG std, CALL_ARGS
	li	3, \op
	ENTER_SOCKETCALL
	.set	.Ltrapped, 1
	.endm

/* The rest is in second-path.S.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	SECOND_PATH
	li	9, \op
	JUMP	SECOND_PATH
	.endm
