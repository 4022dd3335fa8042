/* probe.S - a program that succeeds where i386 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by each entry, which writes the entry's name,
   so that the output names the entries that work.  A kernel without a vsyscall
   (vdso32=0, qemu-user) provides no AT_SYSINFO, and still runs i386
   programs.  */

#define WRITE 4
#define AT_NULL 0
#define AT_SYSINFO 32

	.text
	.globl	_start
_start:
	movl	%esp, %ebp
	movl	$1, %ebx
	movl	$first, %ecx
	movl	$first_end - first, %edx
	movl	$WRITE, %eax
	int	$0x80
	cmpl	%edx, %eax
	jne	failed

	/* The auxiliary vector follows argc, the arguments, a null pointer,
	   the environment, a null pointer.  */
	movl	(%ebp), %eax
	leal	8(%ebp,%eax,4), %esi
1:	movl	(%esi), %eax
	addl	$4, %esi
	testl	%eax, %eax
	jne	1b
2:	movl	(%esi), %eax
	movl	4(%esi), %edi
	addl	$8, %esi
	cmpl	$AT_NULL, %eax
	je	passed
	cmpl	$AT_SYSINFO, %eax
	jne	2b

	movl	$second, %ecx
	movl	$second_end - second, %edx
	movl	$WRITE, %eax
	call	*%edi
	cmpl	%edx, %eax
	jne	failed
passed:
	xorl	%ebx, %ebx
	jmp	end
failed:
	movl	$1, %ebx
end:
	movl	$1, %eax			/* exit  */
	int	$0x80
	hlt

	.section .rodata
first:
	.ascii	"int80"
first_end:
second:
	.ascii	" and vsyscall"
second_end:
	.section .note.GNU-stack, "", @progbits
