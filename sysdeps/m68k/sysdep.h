/* sysdep.h - how a stub on m68k enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller			kernel
   number	-				%d0
   arguments	4(%sp) ... 24(%sp)		%d1 ... %d5, %a0
   result	%d0; a pointer in %a0, too	%d0, all others preserved
   callee-saved	%d2 ... %d7, %a2 ... %a6

   Branches to other objects are those of the 68020 and newer, which reach any
   address.  */

#define LANDING
#define ERROR_ENTRY	__tg_error_d0	/* See error-entry.h.  */

/* Save REG, by a register that the call does not use.  */
	.macro	KEEP reg, in
	move.l	%\reg, %\in; .cfi_register %\reg, %\in
	.endm

	.macro	RESTORE reg, in
	move.l	%\in, %\reg; .cfi_restore %\reg
	.endm

	.macro	SAVED reg, i
	.if	\i <= .Ltotal
	.cfi_rel_offset %\reg, 4 * (\i - 2)
	.endif
	.endm

	.macro	POPPED reg, i
	.if	\i <= .Ltotal
	.cfi_restore %\reg
	.endif
	.endm

/* The call-saved registers among those of the arguments: %d2 ... %d5.  */
	.macro	SAVE
	.if	.Ltotal > 4
	movem.l	%d2-%d5, -(%sp)
	.set	.Lsaved, 16
	.elseif	.Ltotal == 4
	movem.l	%d2-%d4, -(%sp)
	.set	.Lsaved, 12
	.elseif	.Ltotal > 1
	KEEP	d2, a1
	.endif
	.if	.Ltotal == 3
	KEEP	d3, a0
	.endif
	.if	.Lsaved
	.cfi_adjust_cfa_offset .Lsaved
	.cfi_rel_offset %d2, 0
	.cfi_rel_offset %d3, 4
	.cfi_rel_offset %d4, 8
	SAVED	d5, 5
	.endif
	.endm

	.macro	UNSAVE
	.if	.Ltotal > 4
	movem.l	(%sp)+, %d2-%d5
	.elseif	.Ltotal == 4
	movem.l	(%sp)+, %d2-%d4
	.elseif	.Ltotal > 1
	RESTORE	d2, a1
	.endif
	.if	.Ltotal == 3
	RESTORE	d3, a0
	.endif
	.if	.Lsaved
	.cfi_adjust_cfa_offset -.Lsaved
	.cfi_restore %d2
	.cfi_restore %d3
	.cfi_restore %d4
	POPPED	d5, 5
	.endif
	.endm

/* One instruction loads all N arguments.  */
	.macro	LOAD n
	.if	\n == 1
	move.l	4(%sp), %d1
	.elseif	\n == 2
	movem.l	4(%sp), %d1-%d2
	.elseif	\n == 3
	movem.l	.Lsaved + 4(%sp), %d1-%d3
	.elseif	\n == 4
	movem.l	.Lsaved + 4(%sp), %d1-%d4
	.elseif	\n == 5
	movem.l	.Lsaved + 4(%sp), %d1-%d5
	.elseif	\n == 6
	movem.l	.Lsaved + 4(%sp), %d1-%d5/%a0
	.endif
	.endm

	.macro	ZERO reg, i, n
	.if	\i > \n && \i <= .Ltotal
	.ifc	\reg, a0
	sub.l	%a0, %a0
	.else
	moveq	#0, %\reg
	.endif
	.endif
	.endm

	.macro	NUMBER nr
	.if	\nr < 128
	moveq	#\nr, %d0
	.else
	move.l	#\nr, %d0
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  */
	.macro	DIRECT nr, n, z
	.set	.Ltotal, \n + \z
	.set	.Lsaved, 0
	SAVE
	LOAD	\n
	.irp	arg, "d1, 1", "d2, 2", "d3, 3", "d4, 4", "d5, 5", "a0, 6"
	ZERO	\arg, \n
	.endr
	NUMBER	\nr
	trap	#0
	UNSAVE
	.endm

/* A pointer is also returned in %a0.  */
	.macro	RETURN
#ifdef CALL_POINTER
	move.l	%d0, %a0
#endif
	rts
	.endm

	.macro	RETURN_OR f
	.hidden	\f
	cmp.l	#-MAX_ERRNO, %d0	/* Unsigned: -4095..-1.  */
	bcc.l	\f
	RETURN
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmp.l	#-\error, %d0
	bne.l	ERROR_ENTRY
	.endm

/* The arguments are where the caller put them, on the stack.  */
	.macro	TO_C f, n
	.hidden	\f
	bra.l	\f
	.endm

#include <socketcall.h>
