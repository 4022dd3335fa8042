/* absent.h - a test for one of two errors, for absent.S.  */
/* SPDX-License-Identifier: MIT */

	.macro	IF_ERROR error, label
	cghi	%r2, -\error
	je	\label
	.endm
