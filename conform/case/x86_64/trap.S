/* trap.S - a call of any number by the entry of x86_64.  */
/* SPDX-License-Identifier: MIT */

/* long conform_trap_syscall (nr, a, b, c, d, e, f) returns the kernel's
   result.  */
	.text
	.globl	conform_trap_syscall
	.type	conform_trap_syscall, @function
conform_trap_syscall:
	movq	%rdi, %rax
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	movq	%rcx, %rdx
	movq	%r8, %r10
	movq	%r9, %r8
	movq	8(%rsp), %r9
	syscall
	ret
	.size	conform_trap_syscall, . - conform_trap_syscall

/* void conform_on_stack (void (*function) (void), void *top)  */
	.globl	conform_on_stack
	.type	conform_on_stack, @function
conform_on_stack:
	pushq	%rbp
	movq	%rsp, %rbp
	movq	%rsi, %rsp
	callq	*%rdi
	leave
	ret
	.size	conform_on_stack, . - conform_on_stack
	.section .note.GNU-stack, "", @progbits
