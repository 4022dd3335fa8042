/* foreign-i386-int80.S - int $0x80 from 64-bit code: the numbers of i386.  */
/* SPDX-License-Identifier: MIT */

/* long conform_trap_int80 (nr, a, b, c, d, e, f): the kernel reads only the
   low halves, and returns 32 bits.  */
	.text
	.globl	conform_trap_int80
	.type	conform_trap_int80, @function
conform_trap_int80:
	pushq	%rbx
	pushq	%rbp
	movl	24(%rsp), %ebp
	movl	%edi, %eax
	movl	%esi, %ebx
	xchgl	%ecx, %edx
	movl	%r8d, %esi
	movl	%r9d, %edi
	int	$0x80
	cltq
	popq	%rbp
	popq	%rbx
	ret
	.size	conform_trap_int80, . - conform_trap_int80

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
