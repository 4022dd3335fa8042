/* sysdep.h - how a stub on i386 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			%eax
   arguments	4(%esp) ... 24(%esp)	%ebx %ecx %edx %esi %edi %ebp
   result	%eax			%eax, all other registers preserved
   callee-saved	%ebx %esi %edi %ebp  */

#include <cet.h>
#define LANDING		_CET_ENDBR
#define ERROR_ENTRY	__tg_error	/* Regparm: the result in %eax.  */

/* glibc, musl and our start-up fill the vsyscall slot of the thread block,
   also where the kernel provides no AT_SYSINFO.  */
#ifdef TG_ENTRY_int80
# define TRAP		int	$0x80
#else
# define TRAP		call	*%gs:0x10
#endif
#ifdef CALL_CANCEL
# include <cancellable.h>
#endif
#ifndef ENTER_KERNEL
# define ENTER_KERNEL	TRAP
# define SECOND_PATH	__tg_second_path
#endif
#include <socketcall.h>

/* Save REG if the call has an argument I for it to carry.  */
	.macro	SAVE reg, i
	.if	\i <= .Ltotal
	pushl	%\reg; .cfi_adjust_cfa_offset 4; .cfi_rel_offset %\reg, 0
	.endif
	.endm

	.macro	RESTORE reg, i
	.if	\i <= .Ltotal
	popl	%\reg; .cfi_adjust_cfa_offset -4; .cfi_restore %\reg
	.endif
	.endm

/* Argument I lies above the return address and what was saved, .Ltotal - 2
   registers or none.  Zeros follow the N of the caller.  (True is -1.)  */
	.macro	LOAD reg, i, n
	.if	\i <= \n
	movl	4 * (\i - (.Ltotal > 2) * (.Ltotal - 2))(%esp), %\reg
	.elseif	\i <= .Ltotal
	xorl	%\reg, %\reg
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  Up to two leave %edx
   free: it holds %ebx, as the kernel and the vsyscall preserve it.  */
	.macro	DIRECT nr, n, z
	.set	.Ltotal, \n + \z
	.if	.Ltotal == 1 || .Ltotal == 2
	movl	%ebx, %edx; .cfi_register %ebx, %edx
	.endif
	.irp	arg, "ebx, 3", "esi, 4", "edi, 5", "ebp, 6"
	SAVE	\arg
	.endr
	.irp	arg, "ebp, 6", "edi, 5", "esi, 4", "edx, 3", "ecx, 2", "ebx, 1"
	LOAD	\arg, \n
	.endr
	movl	$\nr, %eax
	ENTER_KERNEL
	.irp	arg, "ebp, 6", "edi, 5", "esi, 4", "ebx, 3"
	RESTORE	\arg
	.endr
	.if	.Ltotal == 1 || .Ltotal == 2
	movl	%edx, %ebx; .cfi_restore %ebx
	.endif
	.endm

	.macro	RETURN
	ret
	.endm

	.macro	RETURN_OR f
	.hidden	\f
	cmpl	$-MAX_ERRNO, %eax	/* Unsigned: -4095..-1.  */
	jae	\f
	ret
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmpl	$-\error, %eax
	jne	ERROR_ENTRY
	.endm

/* The arguments are where the caller put them, on the stack.  */
	.macro	TO_C f, n
	.hidden	\f
	jmp	\f
	.endm
