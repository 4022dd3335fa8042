/* cancel-trap.h - the trap of a cancellation point on x86_64.  */
/* SPDX-License-Identifier: MIT */

#define ENTER_KERNEL	TRAP_OR_CANCEL
#ifdef CANCEL_WEAK
# define IF_LINKED	.weak
#else
# define IF_LINKED	.hidden
#endif

/* __tg_cancels is zero in a program that cannot cancel threads.  Where only
   RETURN_OR follows, __tg_cancel_return does that, too.  */
	.macro	TRAP_OR_CANCEL
	.hidden	__tg_cancels
	cmpq	$0, __tg_cancels(%rip)
#ifdef CALL_FALLBACK
	.hidden	__tg_cancel
	IF_LINKED __tg_cancel
	je	1f
	call	__tg_cancel
	jmp	2f
1:	syscall
2:
#else
	.hidden	__tg_cancel_return
	IF_LINKED __tg_cancel_return
	jne	__tg_cancel_return
	syscall
#endif
	.endm
