/* cancel.S - a trap at which the thread can be cancelled, on x86_64.  */
/* SPDX-License-Identifier: MIT */

/* A stub calls __tg_cancel in place of the trap instruction, with the same
   registers, and gets the same result in %rax.  __tg_cancel_keep preserves
   all others as the kernel does; __tg_cancel may clobber those that C may.
   __tg_cancel_call (A1, ..., A6, NUMBER) is for C.  */

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

	.macro	DROP bytes
	addq	$\bytes, %rsp; .cfi_adjust_cfa_offset -\bytes
	.endm

#if defined TG_CANCEL_window || defined TG_SHARED
/* cancel-window.h explains the window.  A signal handler may change the PC to
   __tg_window_again, from wherever it is in the window.  */
	.hidden	__tg_before_trap, __tg_interrupted
BEGIN
	.irp	reg, %rax, %rdi, %rsi, %rdx, %r10, %r8, %r9, %rcx
	PUSH	\reg
	.endr
.Lonce_more:
	call	__tg_before_trap
	movq	%rax, (%rsp)
	movq	8(%rsp), %r9
	movq	16(%rsp), %r8
	movq	24(%rsp), %r10
	movq	32(%rsp), %rdx
	movq	40(%rsp), %rsi
	movq	48(%rsp), %rdi
__tg_window:
	cmpb	$0, 4(%rax)		/* struct tg_waiting.  */
	jne	__tg_window_again
	movq	56(%rsp), %rax
	syscall
__tg_window_end:
	movq	(%rsp), %rcx
	decl	(%rcx)
	cmpq	$-EINTR, %rax
	je	1f
	.cfi_remember_state
	DROP	64
	ret
	.cfi_restore_state
1:	.cfi_remember_state
	DROP	64
	jmp	__tg_interrupted	/* No path follows EINTR.  */
	.cfi_restore_state
__tg_window_again:
	movq	(%rsp), %rcx
	decl	(%rcx)
	jmp	.Lonce_more
END
	.irp	name, __tg_window, __tg_window_end, __tg_window_again
	.globl	\name
	.hidden	\name
	.endr
	.set	__tg_cancel_keep, __tg_cancel
#else
	.hidden	LIBC_CANCEL
BEGIN
	subq	$8, %rsp; .cfi_adjust_cfa_offset 8
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
	DROP	16
	ret
__tg_cancel_keep:
	.irp	reg, %rdi, %rsi, %rdx, %r10, %r8, %r9
	PUSH	\reg
	.endr
	call	.Lbegin
	.irp	reg, %r9, %r8, %r10, %rdx, %rsi, %rdi
	POP	\reg
	.endr
	ret
END
#endif

	.text
__tg_cancel_call:
	.cfi_startproc
	LANDING
	movq	%rcx, %r10
	movq	8(%rsp), %rax
	call	__tg_cancel
	ret
	.cfi_endproc

	.irp	name, __tg_cancel, __tg_cancel_keep, __tg_cancel_call
	.globl	\name
	.hidden	\name
	.type	\name, @function
	.endr
	.size	__tg_cancel_call, . - __tg_cancel_call
