/* socketcall.h - the second path into the kernel on i386: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

/* The operation is in %ebx, whose value %edx holds; %ecx takes the address of
   the arguments, the caller's own: nothing is copied.  */
	.macro	ENTER_SOCKETCALL
	.cfi_register %ebx, %edx
	leal	4(%esp), %ecx
	movl	$TG_NR_socketcall, %eax
	ENTER_KERNEL
	movl	%edx, %ebx; .cfi_restore %ebx
	.endm

	.macro	SOCKETCALL op
	movl	%ebx, %edx
	movl	$\op, %ebx
	ENTER_SOCKETCALL
	.endm

/* second-path.S: %edx is call-clobbered, %dl holds the operation.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	__tg_second_path
	movb	$\op, %dl
	jmp	__tg_second_path
	.endm

	.macro	SHARED_SOCKETCALL_TAIL
	movzbl	%dl, %edx
	xchgl	%ebx, %edx
	ENTER_SOCKETCALL
	.endm

/* An old kernel returns EINVAL for an operation that it does not have.  */
	.macro	IF_EINVAL label
	cmpl	$-EINVAL, %eax
	je	\label
	.endm
