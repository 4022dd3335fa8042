/* trap.S - a call of any number by each entry of i386.  */
/* SPDX-License-Identifier: MIT */

/* long conform_trap_ENTRY (nr, a, b, c, d, e, f) returns the kernel's
   result.  */

	.macro	TRAP name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	pushl	%ebp
	pushl	%edi
	pushl	%esi
	pushl	%ebx
	movl	20(%esp), %eax
	movl	24(%esp), %ebx
	movl	28(%esp), %ecx
	movl	32(%esp), %edx
	movl	36(%esp), %esi
	movl	40(%esp), %edi
	movl	44(%esp), %ebp
	\entry
	popl	%ebx
	popl	%esi
	popl	%edi
	popl	%ebp
	ret
	.size	\name, . - \name
	.endm

	.text
	TRAP	conform_trap_int80, int $0x80
	TRAP	conform_trap_vsyscall, call *%gs:0x10

/* void conform_on_stack (void (*function) (void), void *top)  */
	.globl	conform_on_stack
	.type	conform_on_stack, @function
conform_on_stack:
	pushl	%ebp
	movl	%esp, %ebp
	movl	8(%ebp), %eax
	movl	12(%ebp), %esp
	call	*%eax
	leave
	ret
	.size	conform_on_stack, . - conform_on_stack
	.section .note.GNU-stack, "", @progbits
