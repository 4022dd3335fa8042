/* probe.S - a program that succeeds where x86_64 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	movl	$1, %edi
	leaq	name(%rip), %rsi
	movl	$name_end - name, %edx
	movl	$1, %eax			/* write  */
	syscall
	xorl	%edi, %edi
	cmpq	%rdx, %rax
	setne	%dil
	movl	$60, %eax			/* exit  */
	syscall
	hlt

	.section .rodata
name:
	.ascii	"syscall"
name_end:
	.section .note.GNU-stack, "", @progbits
