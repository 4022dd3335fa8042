/* sysdep.h - how a stub on x86_64 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller			kernel
   number	-				%rax
   arguments	%rdi %rsi %rdx %rcx %r8 %r9	the same, but %r10 for %rcx
   result	%rax				%rax; %rcx and %r11 clobbered

   A 32-bit argument may have anything in the high half of its register: the
   kernel reads the low half only.  */

#include <cet.h>

#define LANDING		_CET_ENDBR
#define ERROR_ENTRY	__tg_error_rax	/* See error-entry.h.  */

#ifdef CALL_CANCEL
# include <cancellable.h>
#endif
#ifndef ENTER_KERNEL
# define ENTER_KERNEL	syscall
#endif

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	xorl	\reg, \reg
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  */
	.macro	DIRECT nr, n, z
	.if	\n > 3
	movq	%rcx, %r10
	.elseif	\n + \z > 3
	xorl	%r10d, %r10d
	.endif
	ZERO	%edx, 3, \n, \z
	ZERO	%r8d, 5, \n, \z
	ZERO	%r9d, 6, \n, \z
	movl	$\nr, %eax
	ENTER_KERNEL
	.endm

	.macro	RETURN
	ret
	.endm

	.macro	RETURN_OR f
	.hidden	\f
	cmpq	$-MAX_ERRNO, %rax	/* Unsigned: -4095..-1.  */
	jae	\f
	ret
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmpq	$-\error, %rax
	jne	ERROR_ENTRY
	.endm

/* The kernel preserves all argument registers of C but %rcx.  */
	.macro	TO_C f, n
	.hidden	\f
	.if	\n > 3
	movq	%r10, %rcx
	.endif
	jmp	\f
	.endm
