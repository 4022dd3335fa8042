/* absent.h - tests for a call that socketcall lacks, for absent.S.  */
/* SPDX-License-Identifier: MIT */

/* An older kernel's socketcall returns EINVAL for an operation it lacks.  */
	.macro	IF_EINVAL label
	cmpl	$-EINVAL, %eax
	je	\label
	.endm
