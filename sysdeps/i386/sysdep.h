/* sysdep.h - how a stub on i386 gets into the kernel and back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			%eax
   arguments	4(%esp) ... 24(%esp)	%ebx %ecx %edx %esi %edi %ebp
   result	%eax			%eax, all other registers kept
   call-saved	%ebx %esi %edi %ebp

   socketcall takes the operation in %ebx and in %ecx the address of the
   arguments in order: that is the caller's own stack, nothing is copied.  */

#include <cet.h>
#include <numbers.h>

#define LANDING		_CET_ENDBR
#define ERROR_ENTRY	__tg_error	/* Regparm: the result in %eax.  */
#define ENOSYS		38		/* tests/numbers.sh compares them.  */
#define EINVAL		22

/* The vsyscall slot of the thread block is filled by glibc, musl and our
   start-up alike, also where the kernel gives no AT_SYSINFO.  */
#ifdef TG_ENTRY_int80
# define ENTER_KERNEL	int	$0x80
#else
# define ENTER_KERNEL	call	*%gs:0x10
#endif

/* Register REG carries argument I; a call has T of them.  */
	.macro	SAVE reg, i, t
	.if	\i <= \t
	pushl	%\reg
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset %\reg, 0
	.endif
	.endm

	.macro	RESTORE reg, i, t
	.if	\i <= \t
	popl	%\reg
	.cfi_adjust_cfa_offset -4
	.cfi_restore %\reg
	.endif
	.endm

/* Argument I lies above the return address and what was saved: nothing with
   up to two arguments, else T - 2 words.  (gas's true is -1.)  */
	.macro	LOAD reg, i, n, t
	.if	\i <= \n
	movl	4 * (\i - (\t > 2) * (\t - 2))(%esp), %\reg
	.elseif	\i <= \t
	xorl	%\reg, %\reg
	.endif
	.endm

/* With up to two arguments %edx is free, and the kernel and the vsyscall
   keep it: %ebx waits there.  */
	.macro	ARGS n, z
	.if	\n + \z == 1 || \n + \z == 2
	movl	%ebx, %edx
	.cfi_register %ebx, %edx
	.else
	SAVE	ebx, 3, \n + \z
	.endif
	SAVE	esi, 4, \n + \z
	SAVE	edi, 5, \n + \z
	SAVE	ebp, 6, \n + \z
	LOAD	ebp, 6, \n, (\n + \z)
	LOAD	edi, 5, \n, (\n + \z)
	LOAD	esi, 4, \n, (\n + \z)
	LOAD	edx, 3, \n, (\n + \z)
	LOAD	ecx, 2, \n, (\n + \z)
	LOAD	ebx, 1, \n, (\n + \z)
	.endm

	.macro	DO_TRAP nr, n
	movl	$\nr, %eax
	ENTER_KERNEL
	.endm

	.macro	ARGS_END n, z
	RESTORE	ebp, 6, \n + \z
	RESTORE	edi, 5, \n + \z
	RESTORE	esi, 4, \n + \z
	RESTORE	ebx, 3, \n + \z
	.if	\n + \z == 1 || \n + \z == 2
	movl	%edx, %ebx
	.cfi_restore %ebx
	.endif
	.endm

	.macro	IF_ERR label
	cmpl	$-MAX_ERRNO, %eax	/* Unsigned: -4095..-1.  */
	jae	\label
	.endm

	.macro	RETURN
	ret
	.endm

/* %edx is the caller's to lose.  */
	.macro	SECOND_DOOR op, n
	.hidden	__tg_second_door
	movb	$\op, %dl
	jmp	__tg_second_door
	.endm

	.macro	SECOND_TAIL
	FAIL_UNLESS_ABSENT
	movzbl	%dl, %edx
	xchgl	%ebx, %edx		/* The operation, and %ebx waits.  */
	MUX_TRAP
	RETURN_OR_FAIL
	.endm

	.macro	MUX op, n
	movl	%ebx, %edx
	movl	$\op, %ebx
	MUX_TRAP
	.endm

	.macro	MUX_TRAP
	.cfi_register %ebx, %edx
	leal	4(%esp), %ecx		/* The arguments as C left them.  */
	DO_TRAP	TG_NR_socketcall, 2
	movl	%edx, %ebx
	.cfi_restore %ebx
	.endm

	.macro	OWN_DOOR nr, n, z
	.hidden	__tg_own_door_\n\()_\z
	movl	$\nr, %edx
	jmp	__tg_own_door_\n\()_\z
	.endm

	.macro	OWN_TAIL n, z
	FAIL_UNLESS_ABSENT
	movl	%edx, %eax
	ARGS	\n, \z
	ENTER_KERNEL
	ARGS_END \n, \z
	RETURN_OR_FAIL
	.endm

	.macro	NO_DOOR
	.hidden	ERROR_ENTRY
	movl	$-ENOSYS, %eax
	jmp	ERROR_ENTRY
	.endm

	.macro	FAIL_UNLESS_ABSENT
	.hidden	ERROR_ENTRY
	cmpl	$-ENOSYS, %eax
	jne	ERROR_ENTRY
	.endm

	.macro	FAIL_UNLESS_ABSENT_OP
	cmpl	$-EINVAL, %eax
	je	2f
	FAIL_UNLESS_ABSENT
2:
	.endm

	.macro	ELSE_C f, n
	.hidden	\f
	jmp	\f
	.endm
