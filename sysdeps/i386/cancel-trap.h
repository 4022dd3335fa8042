/* cancel-trap.h - the trap of a cancellation point on i386.  */
/* SPDX-License-Identifier: MIT */

#define ENTER_KERNEL	TRAP_OR_CANCEL
#define SECOND_PATH	__tg_second_path_cancel

/* __tg_cancels is zero in a program that cannot cancel threads.  The shared
   object serves all programs, and has no such word.  For @ntpoff and @PLT, gas
   would add a reference to the GOT.  R_386_PLT32 is a direct call, for which
   mold accepts a name that is not linked.  */
	.macro	TRAP_OR_CANCEL
	.hidden	__tg_cancel
#ifdef TG_SHARED
	call	__tg_cancel
#else
	.hidden	__tg_cancels
	.type	__tg_cancels, @tls_object
# ifdef CANCEL_WEAK
	.weak	__tg_cancel
# endif
	cmpl	$0, %gs:0		/* %gs:__tg_cancels@ntpoff  */
	.reloc	. - 5, R_386_TLS_LE, __tg_cancels
	je	1f
	call	. + 1			/* __tg_cancel  */
	.reloc	. - 4, R_386_PLT32, __tg_cancel
	jmp	2f
1:	TRAP
2:
#endif
	.endm
