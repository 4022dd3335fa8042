/* absent.h - one more way of i386 to find a call unimplemented.  */
/* SPDX-License-Identifier: MIT */

/* In an old kernel socketcall returns EINVAL for an operation it lacks.  */
	.macro	IF_EINVAL label
	cmpl	$-EINVAL, %eax
	je	\label
	.endm
