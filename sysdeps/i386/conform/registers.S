/* registers.S - a call with all registers loaded, by each entry of i386.  */
/* SPDX-License-Identifier: MIT */

/* void conform_registers_ENTRY (const long *in, long *out): eax ebx ecx edx
   esi edi ebp and the flags, before the call and after it.  */

	.macro	REGISTERS name, entry:vararg
	.globl	\name
	.type	\name, @function
\name:
	pushl	%ebp
	pushl	%edi
	pushl	%esi
	pushl	%ebx
	movl	20(%esp), %eax
	movl	4(%eax), %ebx
	movl	8(%eax), %ecx
	movl	12(%eax), %edx
	movl	16(%eax), %esi
	movl	20(%eax), %edi
	movl	24(%eax), %ebp
	pushl	28(%eax)
	popfl
	movl	(%eax), %eax
	\entry
	pushfl
	pushl	%eax
	movl	32(%esp), %eax
	popl	(%eax)
	movl	%ebx, 4(%eax)
	movl	%ecx, 8(%eax)
	movl	%edx, 12(%eax)
	movl	%esi, 16(%eax)
	movl	%edi, 20(%eax)
	movl	%ebp, 24(%eax)
	popl	28(%eax)
	cld
	popl	%ebx
	popl	%esi
	popl	%edi
	popl	%ebp
	ret
	.size	\name, . - \name
	.endm

	.text
	REGISTERS conform_registers_int80, int $0x80
	REGISTERS conform_registers_vsyscall, call *%gs:0x10

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	8

/* The registers that the entry may clobber besides the result: always; and
   before a release.  SYSEXIT restored no flags before 4.6.  */
	.globl	conform_lost_int80
conform_lost_int80:
	.long	0, 0, 0
	.globl	conform_lost_vsyscall
conform_lost_vsyscall:
	.long	0, 1 << 7, 4 << 20 | 6 << 10
	.section .note.GNU-stack, "", @progbits
