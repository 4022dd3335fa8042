/* sysdep.h - how a stub on arm enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			r7
   arguments	r0 ... r3, stack	r0 ... r5
   result	r0			r0, all other registers preserved
   callee-saved	r4 ... r11

   Stubs are ARM code, which every processor with Linux executes, and which
   Thumb code can call, too.  */

#define LANDING		OPEN_TABLE
#define ERROR_ENTRY	__tg_error	/* The result is C's argument.  */

	.syntax	unified
	.arm

/* With a libc, programs unwind by the tables of the ARM EABI; without one for
   a stub, the linker would extend that of the function before.  What is saved
   is right at the trap.  The other tables are for debuggers.  */
#undef CFI_SECTION
#define CFI_SECTION	.debug_frame
	.set	.Lopen, 0

	.macro	OPEN_TABLE
	CLOSE_TABLE
#ifdef MARK_CALLS
	.fnstart
	.set	.Lopen, 1
#endif
	.endm

	.macro	CLOSE_TABLE
	.if	.Lopen
	.fnend
	.set	.Lopen, 0
	.endif
	.endm

	.macro	SAVED registers:vararg
	.if	.Lopen
	.save	\registers
	.endif
	CLOSE_TABLE
	.endm

/* A number that no instruction can hold is in memory behind the stub.  */
	.macro	NUMBER nr
	.if	\nr < 256 || (\nr < 1024 && \nr % 4 == 0)
	mov	r7, #\nr
	.else
	.set	.Lpool, \nr
	ldr	r7, .Lnumber
	.endif
	.endm
	.set	.Lpool, 0
	.set	.Lold_pool, 0		/* See old-times.h.  */

	.macro	POOL
	.if	.Lpool
.Lnumber:
	.word	.Lpool
	.set	.Lpool, 0
	.endif
	.if	.Lold_pool
.Lold_at:
	.word	__tg_old_times - .Lload - 8
	.set	.Lold_pool, 0
	.endif
	.endm

/* Argument I lies above the registers that were saved, .Lsaved bytes.  */
	.macro	LOAD reg, i, n, z
	.if	\i <= \n
	ldr	\reg, [sp, #.Lsaved + 4 * (\i - 5)]
	.endif
	ZERO	\reg, \i, \n, \z
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	mov	\reg, #0
	.endif
	.endm

	.macro	SAVE total
	.if	\total > 5
	push	{r4, r5, r7}; .cfi_adjust_cfa_offset 12
	.cfi_rel_offset r4, 0; .cfi_rel_offset r5, 4; .cfi_rel_offset r7, 8
	SAVED	{r4, r5, r7}
	.set	.Lsaved, 12
	.elseif	\total > 4
	push	{r4, r7}; .cfi_adjust_cfa_offset 8
	.cfi_rel_offset r4, 0; .cfi_rel_offset r7, 4
	SAVED	{r4, r7}
	.set	.Lsaved, 8
	.else
	push	{r7}; .cfi_adjust_cfa_offset 4; .cfi_rel_offset r7, 0
	SAVED	{r7}
	.endif
	.endm

	.macro	RESTORE total
	.if	\total > 5
	pop	{r4, r5, r7}; .cfi_adjust_cfa_offset -12
	.cfi_restore r4; .cfi_restore r5; .cfi_restore r7
	.elseif	\total > 4
	pop	{r4, r7}; .cfi_adjust_cfa_offset -8
	.cfi_restore r4; .cfi_restore r7
	.else
	pop	{r7}; .cfi_adjust_cfa_offset -4; .cfi_restore r7
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  C needs the first one
   again, which the result replaces.  */
	.macro	DIRECT nr, n, z
#if defined CALL_FALLBACK || defined CALL_TIMES
	mov	ip, r0
#endif
	SAVE	\n + \z
	.irp	arg, "r1, 2", "r2, 3", "r3, 4"
	ZERO	\arg, \n, \z
	.endr
	LOAD	r4, 5, \n, \z
	LOAD	r5, 6, \n, \z
	NUMBER	\nr
	svc	#0
	RESTORE	\n + \z
	.endm

	.macro	RETURN
	bx	lr
	POOL
	.endm

/* In place of MAX_ERRNO, which no instruction can hold, the next number, with
   a condition that leaves it out.  */
	.macro	RETURN_OR f
	.hidden	\f
	cmn	r0, #MAX_ERRNO + 1	/* Unsigned: -4095..-1.  */
	bxls	lr
	b	\f
	POOL
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmn	r0, #\error
	bne	ERROR_ENTRY
	.endm

/* The kernel preserves all arguments but the first.  It is in ip, which a
   linker may clobber only in a program where F is more than 32 MiB away.  */
	.macro	TO_C f, n
	.hidden	\f
	CLOSE_TABLE
#if defined CALL_FALLBACK || defined CALL_TIMES
	mov	r0, ip
#endif
	b	\f
	.endm
