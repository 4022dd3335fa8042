/* socketcall.h - the second door into the kernel on i386: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

/* The operation is in %ebx, whose value %edx holds; %ecx takes the address of
   the arguments, the caller's own: nothing is copied.  */
	.macro	SOCKETCALL
	.cfi_register %ebx, %edx
	leal	4(%esp), %ecx
	movl	$TG_NR_socketcall, %eax
	ENTER_KERNEL
	movl	%edx, %ebx; .cfi_restore %ebx
	.endm

	.macro	MUX op
	movl	%ebx, %edx
	movl	$\op, %ebx
	SOCKETCALL
	.endm

/* second-door.S: %edx is call-clobbered, %dl holds the operation.  */
	.macro	SHARED_MUX op
	.hidden	__tg_second_door
	movb	$\op, %dl
	jmp	__tg_second_door
	.endm

	.macro	SHARED_MUX_TAIL
	movzbl	%dl, %edx
	xchgl	%ebx, %edx
	SOCKETCALL
	.endm

/* An old kernel returns EINVAL for an operation that it does not have.  */
	.macro	IF_EINVAL label
	cmpl	$-EINVAL, %eax
	je	\label
	.endm
