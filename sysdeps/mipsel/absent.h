/* absent.h - tests for one of two errors, for absent.S and time64.h.  */
/* SPDX-License-Identifier: MIT */

/* In absent.S, the first after a trap, which was socketcall's.  */
	.macro	IF_ERROR error, label
	li	$8, \error
	beq	$2, $8, \label
	 nop
#ifndef CALL_TIMES
	.set	.Lstored, 1
#endif
	.endm
