/* registers.h - a call with all registers loaded, for each entry.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): rax rbx rcx rdx rsi rdi rbp r8 to
   r15 and the flags, before the call and after it.  */
	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	.irp	reg, rbp, rbx, r12, r13, r14, r15
	pushq	%\reg
	.endr
	pushq	%rsi
	pushq	120(%rdi)
	popfq
	movq	(%rdi), %rax
	movq	8(%rdi), %rbx
	movq	16(%rdi), %rcx
	movq	24(%rdi), %rdx
	movq	32(%rdi), %rsi
	movq	48(%rdi), %rbp
	movq	56(%rdi), %r8
	movq	64(%rdi), %r9
	movq	72(%rdi), %r10
	movq	80(%rdi), %r11
	movq	88(%rdi), %r12
	movq	96(%rdi), %r13
	movq	104(%rdi), %r14
	movq	112(%rdi), %r15
	movq	40(%rdi), %rdi
	\entry
	pushfq
	pushq	%rdi
	movq	16(%rsp), %rdi
	movq	%rax, (%rdi)
	movq	%rbx, 8(%rdi)
	movq	%rcx, 16(%rdi)
	movq	%rdx, 24(%rdi)
	movq	%rsi, 32(%rdi)
	popq	40(%rdi)
	movq	%rbp, 48(%rdi)
	movq	%r8, 56(%rdi)
	movq	%r9, 64(%rdi)
	movq	%r10, 72(%rdi)
	movq	%r11, 80(%rdi)
	movq	%r12, 88(%rdi)
	movq	%r13, 96(%rdi)
	movq	%r14, 104(%rdi)
	movq	%r15, 112(%rdi)
	popq	120(%rdi)
	cld
	popq	%rsi
	.irp	reg, r15, r14, r13, r12, rbx, rbp
	popq	%\reg
	.endr
	ret
	.size	\name, . - \name
	.endm
