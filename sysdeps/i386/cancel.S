/* cancel.S - a trap at which the thread can be cancelled, on i386.  */
/* SPDX-License-Identifier: MIT */

/* A stub calls __tg_cancel in place of the trap, with the same registers, and
   gets the same result in %eax.  %ecx is clobbered as by C.  %edx and what the
   ABI makes C preserve are preserved, also for an unwinder, since %edx may
   have the %ebx of the stub's caller.  The trap is int $0x80 for each entry,
   as in the libcs: it is one instruction, at an address that is known.
   __tg_cancel_call is for C (cancel.h).  */

#define CALL_STRONG	__tg_cancel
#define CALL_WEAK
#define CALL_MARK	.Lmark
#include <stub.h>
#include <cancel-libc.h>

	.macro	PUSH reg
	pushl	%\reg; .cfi_adjust_cfa_offset 4
	.endm

	.macro	KEEP reg
	PUSH	\reg
	.cfi_rel_offset %\reg, 0
	.endm

	.macro	POP reg
	popl	%\reg; .cfi_adjust_cfa_offset -4; .cfi_restore %\reg
	.endm

#if defined TG_CANCEL_window || defined TG_SHARED
/* Call F with a stack that is aligned for C.  */
	.macro	CALL_C f
	movl	%esp, %ebx; .cfi_def_cfa_register %ebx
	andl	$-16, %esp
	call	\f
	movl	%ebx, %esp; .cfi_def_cfa_register %esp
	.endm

/* cancel-window.h explains the window.  A signal handler may change the PC to
   __tg_window_again, from wherever it is in the window.  */
	.hidden	__tg_before_trap
	.macro	LOAD_SAVED
	movl	8(%esp), %ebx
	movl	12(%esp), %edx
	movl	16(%esp), %ecx
	.endm

/* The call has ended: another may wait, if this one is in a handler, or stand
   between pthread_testcancel and its window: that does both once more.  */
	.macro	LEAVE_WINDOW
	movl	(%esp), %ecx
	movl	4(%esp), %edx
	movl	%edx, 8(%ecx)
	movb	$1, 4(%ecx)
	decl	(%ecx)
	.endm
BEGIN
	PUSH	eax
	PUSH	ecx
	KEEP	edx
	KEEP	ebx
	PUSH	eax
	PUSH	eax
.Lonce_more:
	CALL_C	__tg_before_trap
# ifdef TG_SHARED
	testl	%eax, %eax		/* No other thread.  */
	je	3f
# endif
	movl	%eax, (%esp)
	movl	8(%eax), %ecx
	movl	%ecx, 4(%esp)
	LOAD_SAVED
__tg_window:
	movl	%esp, 8(%eax)		/* struct tg_waiting.  */
	cmpb	$0, 4(%eax)
	jne	__tg_window_again
	movl	20(%esp), %eax
	int	$0x80
__tg_window_end:
	LEAVE_WINDOW
__tg_window_left:
1:	.cfi_remember_state
	addl	$8, %esp; .cfi_adjust_cfa_offset -8
	POP	ebx
	POP	edx
	addl	$8, %esp; .cfi_adjust_cfa_offset -8
	ret
	.cfi_restore_state
__tg_window_again:
	LEAVE_WINDOW
	jmp	.Lonce_more
# ifdef TG_SHARED
3:	LOAD_SAVED
	movl	20(%esp), %eax
	TRAP
	jmp	1b
# endif
END
	.irp	name, _end, _left, _again, ""
	.globl	__tg_window\name
	.hidden	__tg_window\name
	.endr
#else
	.hidden	LIBC_CANCEL
BEGIN
	KEEP	edx
	KEEP	ebp
	movl	%esp, %ebp; .cfi_def_cfa_register %ebp
	andl	$-16, %esp
	subl	$4, %esp
# ifndef NUMBER_FIRST
	pushl	%eax
# endif
	pushl	(%ebp)
	.irp	reg, edi, esi, edx, ecx, ebx
	pushl	%\reg
	.endr
# ifdef NUMBER_FIRST
	pushl	%eax
# endif
	call	LIBC_CANCEL
	leave; .cfi_def_cfa %esp, 8; .cfi_restore %ebp
	POP	edx
	ret
END
#endif

	.text
__tg_cancel_call:
	.cfi_startproc
	LANDING
#if !defined TG_CANCEL_window && !defined TG_SHARED
	jmp	LIBC_CANCEL
#else
# ifdef NUMBER_FIRST
	.set	.Lnumber, 1
	.set	.Lfirst, 1
# else
	.set	.Lnumber, 7
	.set	.Lfirst, 0
# endif
	.set	.Ltotal, 6
	.irp	arg, "ebx, 3", "esi, 4", "edi, 5", "ebp, 6"
	SAVE	\arg
	.endr
	.irp	arg, "ebp, 6", "edi, 5", "esi, 4", "edx, 3", "ecx, 2", "ebx, 1"
	LOAD	\arg + .Lfirst, 7
	.endr
	LOAD	eax, .Lnumber, 7
	call	__tg_cancel
	.irp	arg, "ebp, 6", "edi, 5", "esi, 4", "ebx, 3"
	RESTORE	\arg
	.endr
	ret
#endif
	.cfi_endproc
	.size	__tg_cancel_call, . - __tg_cancel_call
	.type	__tg_cancel_call, @function
	.globl	__tg_cancel_call
	.hidden	__tg_cancel_call, __tg_cancel
