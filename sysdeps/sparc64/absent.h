/* absent.h - tests for one of two errors, for absent.S.  */
/* SPDX-License-Identifier: MIT */

/* The first after socketcall's trap.  */
	.macro	IF_ERROR error, label
	cmp	%o0, \error
	be,pn	%icc, \label
	 nop
	.set	.Lstored, 1
	.endm
