/* socketcall.h - the second path into the kernel on sh4: socketcall (2).  */
/* SPDX-License-Identifier: MIT */

/* The operation is in r4, and the address of the arguments in r5: below the
   fifth and the sixth, which the caller left on the stack, go as many of the
   first four as the call has.  */
	.macro	PUSH_ARGUMENTS n
	.irp	arg, "r7, 4", "r6, 3", "r5, 2", "r4, 1"
	PUSH	\arg, \n
	.endr
	.endm

	.macro	PUSH reg, i, n
	.if	\i <= \n
	mov.l	\reg, @-r15; .cfi_adjust_cfa_offset 4
	.endif
	.endm

	.macro	DROP words
	add	#4 * (\words), r15; .cfi_adjust_cfa_offset -4 * (\words)
	.endm

	.macro	POP reg
	mov.l	@r15+, \reg; .cfi_adjust_cfa_offset -4
	.endm

	.macro	PUSHED n
	.if	\n > 4
	.set	.Lpushed, 4
	.else
	.set	.Lpushed, \n
	.endif
	.endm

/* Another path, or C, needs the arguments again.  */
	.macro	SOCKETCALL op
	PUSHED	CALL_ARGS
	PUSH_ARGUMENTS CALL_ARGS
	mov	#\op, r4
	mov	r15, r5
	NUMBER	TG_NR_socketcall
	TRAP
#if defined TG_ROUTE_socketcall || defined CALL_FALLBACK || defined CALL_TIMES
	POP	r4
	POP	r5
	.if	.Lpushed > 2
	DROP	.Lpushed - 2
	.endif
#else
	DROP	.Lpushed
#endif
	.endm

/* The rest is in second-path.S.  r2 is call-clobbered.  */
	.macro	SHARED_SOCKETCALL op
	GOTO	__tg_second_path, "mov #\op, r2"
	.endm
