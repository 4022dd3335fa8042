/* sysdep.h - how a stub on x86_64 gets into the kernel and back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller			kernel
   number	-				%rax
   arguments	%rdi %rsi %rdx %rcx %r8 %r9	the same, but %r10 for %rcx
   result	%rax				%rax; %rcx and %r11 destroyed

   An argument of 32 bits may come with anything in the high half: the
   kernel looks at the low one alone.  */

#include <cet.h>

#define LANDING		_CET_ENDBR
#define ERROR_ENTRY	__tg_error_rax	/* See error-entry.h.  */
#define ENOSYS		38		/* tests/numbers.sh compares it.  */

	.macro	ARGS n, z
	.if	\n > 3
	movq	%rcx, %r10
	.elseif	\n + \z > 3
	xorl	%r10d, %r10d
	.endif
	ZERO	%edx, 3, \n, \z
	ZERO	%r8d, 5, \n, \z
	ZERO	%r9d, 6, \n, \z
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	xorl	\reg, \reg
	.endif
	.endm

	.macro	DO_TRAP nr, n
	movl	$\nr, %eax
	syscall
	.endm

	.macro	ARGS_END n, z
	.endm

	.macro	IF_ERR label
	cmpq	$-MAX_ERRNO, %rax	/* Unsigned: -4095..-1.  */
	jae	\label
	.endm

	.macro	RETURN
	ret
	.endm

	.macro	NO_DOOR
	.hidden	ERROR_ENTRY
	movl	$-ENOSYS, %eax
	jmp	ERROR_ENTRY
	.endm

	.macro	FAIL_UNLESS_ABSENT
	.hidden	ERROR_ENTRY
	cmpq	$-ENOSYS, %rax
	jne	ERROR_ENTRY
	.endm

/* The kernel keeps all argument registers of C but %rcx.  */
	.macro	ELSE_C f, n
	.hidden	\f
	.if	\n > 3
	movq	%r10, %rcx
	.endif
	jmp	\f
	.endm
