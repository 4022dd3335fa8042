/* sysdep.h - how a stub on sparc64 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			%g1
   arguments	%o0 ... %o5		the same
   result	%o0			%o0, or there a positive errno if the
					carry bit of %xcc is set

   The kernel preserves all other registers.  The stubs have no register window
   of their own: %sp is the caller's, which has room for six words, at HOME.
   A 32-bit argument is extended by the caller.  Instructions in delay slots
   are indented by a blank.  */

#define LANDING
#define ERROR_ENTRY	__tg_error_o0	/* See error-entry.h.  */
#define HOME		2047 + 128

/* LINKED continues in F, at any distance; LINK comes before.  */
	.macro	LINK
	mov	%o7, %g1
	.endm

	.macro	LINKED f
	.cfi_register %o7, %g1
	call	\f
	 mov	%g1, %o7
	.cfi_restore %o7
	.endm

/* A fallback, or the path that follows, needs the first argument again.  */
#if !defined TG_ONE_PATH && (defined CALL_FALLBACK \
	|| (defined CALL_OP && defined TG_ROUTE_direct))
# define KEEP	1
#else
# define KEEP	0
#endif

/* The assembler's symbols for what comes before: .Lstored for socketcall,
   which takes %o0 and %o1, .Ltrapped for a direct call.  */
	.macro	RELOAD
	.ifdef	.Lstored
	ldx	[%sp + HOME], %o0
	ldx	[%sp + HOME + 8], %o1
	.else
	.ifdef	.Ltrapped
	mov	%g4, %o0
	.endif
	.endif
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	clr	%\reg
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  */
	.macro	DIRECT nr, n, z
	RELOAD
	.if	KEEP
	mov	%o0, %g4
	.endif
	.irp	arg, "o0, 1", "o1, 2", "o2, 3", "o3, 4", "o4, 5", "o5, 6"
	ZERO	\arg, \n, \z
	.endr
	mov	\nr, %g1
	ta	0x6d
	.set	.Ltrapped, 1
	.endm

/* The labels of the template follow at once, a function may be far.  */
	.macro	RETURN_OR f
	.hidden	\f
	.ifc	\f, .Lsecond
	bcs,pn	%xcc, \f
	 nop
	retl
	 nop
	.else
	bcs,pn	%xcc, 9f
	 LINK
	retl
	 nop
9:	LINKED	\f
	.endif
	.endm

/* All 32-bit values are results.  Should a kernel take a user ID of -2 for an
   error, as qemu-user does, this undoes its negation.  */
	.macro	RETURN
	bcs,a,pn %xcc, 9f
	 neg	%o0
9:	retl
	 srl	%o0, 0, %o0
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmp	%o0, \error
	be,pn	%icc, 9f
	 LINK
	LINKED	ERROR_ENTRY
9:
	.set	.Ltrapped, 1
	.endm

	.macro	TO_C f, n
	.hidden	\f
	RELOAD
	LINK
	LINKED	\f
	.endm

#include <socketcall.h>
