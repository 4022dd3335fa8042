/* absent.h - tests for one of two errors, for absent.S and time64.h.  */
/* SPDX-License-Identifier: MIT */

	.macro	IF_ERROR error, label
	mov	#-\error, r1
	cmp/eq	r1, r0
	bt	\label
	.endm
