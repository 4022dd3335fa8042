/* absent.h - one more way of i386 to find a call unimplemented.  */
/* SPDX-License-Identifier: MIT */

/* socketcall of an old kernel returns EINVAL for an operation that it lacks.  */
	.macro	IF_EINVAL label
	cmpl	$-EINVAL, %eax
	je	\label
	.endm
