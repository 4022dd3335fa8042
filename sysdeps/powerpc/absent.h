/* absent.h - tests for one of two errors, for absent.S and time64.h.  */
/* SPDX-License-Identifier: MIT */

	.macro	IF_ERROR error, label
	cmpwi	3, \error
	beq	\label
	.endm
