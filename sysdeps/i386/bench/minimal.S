/* minimal.S - the shortest i386 stubs that set the errno of a thread.  */
/* SPDX-License-Identifier: MIT */

/* A yardstick, not a library: direct calls only, any negative result is an
   error, no unwind information.  minimal-calls.h is made from the tables,
   with a line MINIMAL name, number, arguments, zeros for each call.  With
   MINIMAL_APART every stub has a section of its own, for --gc-sections;
   without, all are close to the one error tail, and use two-byte jumps
   where possible.  */

	.macro	BEGIN name
#ifdef MINIMAL_APART
	.section .text.\name, "ax", @progbits
#endif
	.globl	\name
	.type	\name, @function
\name:
	.endm

	.macro	SAVE reg, i, t
	.if	\i <= \t
	pushl	%\reg
	.endif
	.endm

	.macro	RESTORE reg, i, t
	.if	\i <= \t
	popl	%\reg
	.endif
	.endm

/* SAVED words are below the return address.  */
	.macro	LOAD reg, i, n, t
	.if	\i <= \n
	movl	4 * (\i + saved)(%esp), %\reg
	.elseif	\i <= \t
	xorl	%\reg, %\reg
	.endif
	.endm

/* With two arguments %edx holds %ebx; the kernel preserves %edx.  */
	.macro	MINIMAL name, nr, n, z
	BEGIN	\name
	.set	total, \n + \z
	.if	total == 2
	.set	saved, 0
	movl	%ebx, %edx
	.else
	.set	saved, total - 2
	.endif
	SAVE	ebx, 3, total
	SAVE	esi, 4, total
	SAVE	edi, 5, total
	SAVE	ebp, 6, total
	LOAD	ebp, 6, \n, total
	LOAD	edi, 5, \n, total
	LOAD	esi, 4, \n, total
	LOAD	edx, 3, \n, total
	LOAD	ecx, 2, \n, total
	LOAD	ebx, 1, \n, total
	movl	$\nr, %eax
	call	*%gs:0x10
	RESTORE	ebp, 6, total
	RESTORE	edi, 5, total
	RESTORE	esi, 4, total
	RESTORE	ebx, 3, total
	.if	total == 2
	movl	%edx, %ebx
	.endif
	testl	%eax, %eax
	js	minimal_error
	ret
	.size	\name, . - \name
	.endm

	.macro	FAIL
	negl	%eax
	movl	%eax, %gs:minimal_errno@ntpoff
	orl	$-1, %eax
	ret
	.endm

#include "../../../bench/minimal.h"
