/* cancel.S - a trap at which the thread can be cancelled, on x86_64.  */
/* SPDX-License-Identifier: MIT */

/* __tg_cancel takes the place of the trap instruction, with the same registers
   in and out.  A stub jumps to __tg_cancel_return, which returns what the stub
   would.  __tg_cancel_call is for C (cancel.h).  */

#define CALL_STRONG	__tg_cancel
#define CALL_WEAK
#define CALL_MARK	.Lmark
#include <stub.h>
#include <cancel-libc.h>

	.macro	PUSH reg
	pushq	\reg; .cfi_adjust_cfa_offset 8
	.endm

	.macro	POP reg
	popq	\reg; .cfi_adjust_cfa_offset -8
	.endm

/* Move the stack pointer, for alignment or over saved registers.  */
	.macro	MOVE_SP bytes
	leaq	\bytes(%rsp), %rsp; .cfi_adjust_cfa_offset -(\bytes)
	.endm

#if defined TG_CANCEL_window || defined TG_SHARED
/* cancel-window.h explains the window.  A signal handler may change the PC to
   __tg_window_again, from wherever it is in the window.  */
	.hidden	__tg_before_trap
	.macro	LOAD_ARGUMENTS
	movq	8(%rsp), %r9
	movq	16(%rsp), %r8
	movq	24(%rsp), %r10
	movq	32(%rsp), %rdx
	movq	40(%rsp), %rsi
	movq	48(%rsp), %rdi
	.endm

/* The call has ended: another may wait, if this one is in a handler, or stand
   between pthread_testcancel and its window: that does both once more.  */
	.macro	LEAVE_WINDOW
	movq	8(%rsp), %rcx
	popq	8(%rcx); .cfi_adjust_cfa_offset -8
	movb	$1, 4(%rcx)
	decl	(%rcx)
	.endm
BEGIN
	.irp	reg, %rax, %rdi, %rsi, %rdx, %r10, %r8, %r9, %rcx
	PUSH	\reg
	.endr
.Lonce_more:
	call	__tg_before_trap
# ifdef TG_SHARED
	testq	%rax, %rax		/* No other thread.  */
	je	3f
# endif
	movq	%rax, (%rsp)
	LOAD_ARGUMENTS
	PUSH	8(%rax)			/* struct tg_waiting.  */
__tg_window:
	movq	%rsp, 8(%rax)
	cmpb	$0, 4(%rax)
	jne	__tg_window_again
	movq	64(%rsp), %rax
	syscall
__tg_window_end:
	.cfi_remember_state
	LEAVE_WINDOW
__tg_window_left:
1:	MOVE_SP	64
	ret
	.cfi_restore_state
__tg_window_again:
	LEAVE_WINDOW
	jmp	.Lonce_more
# ifdef TG_SHARED
3:	LOAD_ARGUMENTS
	movq	56(%rsp), %rax
	syscall
	jmp	1b
# endif
END
	.irp	name, _end, _left, _again, ""
	.globl	__tg_window\name
	.hidden	__tg_window\name
	.endr
	.macro	CANCEL
	call	__tg_cancel
	.endm
#else
	.hidden	LIBC_CANCEL
/* The call by the libc's function.  The stack pointer is that of a stub.  */
	.macro	CANCEL
# ifdef NUMBER_FIRST
	PUSH	%r9
	movq	%r8, %r9
	movq	%r10, %r8
	movq	%rdx, %rcx
	movq	%rsi, %rdx
	movq	%rdi, %rsi
	movq	%rax, %rdi
# else
	PUSH	%rax
	movq	%r10, %rcx
# endif
	call	LIBC_CANCEL
	MOVE_SP	8
	.endm
BEGIN
	.irp	reg, %rdi, %rsi, %rdx, %r10, %r8, %r9, %rcx
	PUSH	\reg
	.endr
	CANCEL
	.irp	reg, %rcx, %r9, %r8, %r10, %rdx, %rsi, %rdi
	POP	\reg
	.endr
	ret
END
#endif

	.macro	FUNCTION name
	.globl	\name
	.hidden	\name
	.type	\name, @function
	.text
\name:
	.cfi_startproc
	LANDING
	.endm

	.macro	FUNCTION_END name
	.cfi_endproc
	.size	\name, . - \name
	.endm

FUNCTION __tg_cancel_return
	CANCEL
	RETURN_OR ERROR_ENTRY
FUNCTION_END __tg_cancel_return

FUNCTION __tg_cancel_call
#if !defined TG_CANCEL_window && !defined TG_SHARED
	jmp	LIBC_CANCEL
#else
# ifdef NUMBER_FIRST
	movq	%rdi, %rax
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	movq	%rcx, %rdx
	movq	%r8, %r10
	movq	%r9, %r8
	movq	8(%rsp), %r9
# else
	movq	%rcx, %r10
	movq	8(%rsp), %rax
# endif
	CANCEL
	ret
#endif
FUNCTION_END __tg_cancel_call
	.hidden	__tg_cancel
