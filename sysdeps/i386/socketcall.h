/* socketcall.h - the second path into the kernel on i386: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

/* %ebx holds the operation, and %edx the value of %ebx.  %ecx takes the
   address of the arguments, which are the caller's own: nothing is copied.  */
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

/* The rest is in second-path.S.  %edx is call-clobbered.  */
	.macro	SHARED_SOCKETCALL op
	.hidden	SECOND_PATH
	movb	$\op, %dl
	jmp	SECOND_PATH
	.endm
