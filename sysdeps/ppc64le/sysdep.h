/* sysdep.h - how a 64-bit powerpc stub enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			r0
   arguments	r3 ... r8		the same
   result	r3			r3, or in r3 a positive errno if
					cr0.so is set

   The kernel preserves lr, and r0, r4-r12, ctr and xer only at times.  The 288
   bytes below r1 are the function's own (red zone).  A 32-bit argument is
   extended by the caller.  */

#if _CALL_ELF == 2
# define LANDING	.abiversion 2
#else
# include <descriptor.h>		/* In ppc64.  */
#endif
#define ERROR_ENTRY	__tg_error	/* JUMP negates, as in r3 of C.  */

/* Continue in F.  The stub has not set r2: @notoc is for the linker, as F
   needs its address in r12, unless it is in assembly.  With descriptors, r2 is
   the caller's or that of the stub's descriptor, and right for F.  */
	.macro	JUMP f
	.ifc	\f, ERROR_ENTRY
	neg	3, 3
	.endif
#if _CALL_ELF == 2
	b	\f@notoc
#else
	b	\f
#endif
	.endm

/* A fallback, or the path that follows, needs the arguments again, which are
   then in the red zone, in the form of socketcall's block.  */
#define BLOCK	-48
#if !defined TG_ONE_PATH && (defined CALL_FALLBACK \
	|| (defined CALL_OP && defined TG_ROUTE_direct))
# define KEEP	1
#else
# define KEEP	0
#endif

	.macro	EACH_ARG opcode, n
	.irp	i, 1, 2, 3, 4, 5, 6
	.if	\i <= \n
	\opcode	2 + \i, BLOCK + 8 * (\i - 1)(1)
	.endif
	.endr
	.endm

/* Call NR with the caller's N arguments and Z zeros; .Ltrapped: after another
   trap.  */
	.macro	DIRECT nr, n, z
	.ifdef	.Ltrapped
	EACH_ARG ld, \n
	.elseif	KEEP
	EACH_ARG std, \n
	.endif
	.irp	i, 1, 2, 3, 4, 5, 6
	.if	\i > \n && \i <= \n + \z
	li	2 + \i, 0
	.endif
	.endr
	li	0, \nr
	sc
	.set	.Ltrapped, 1
	.endm

	.macro	RETURN_OR f
	.hidden	\f
	bnslr+
	.ifnc	\f, .Lsecond		/* It follows at once.  */
	JUMP	\f
	.endif
	.endm

/* All 32-bit values are results.  Should a kernel take a user ID of -2 for an
   error, as qemu-user does, this undoes its negation.  */
	.macro	RETURN
	bns+	9f
	neg	3, 3
9:	clrldi	3, 3, 32
	blr
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmpwi	3, \error
	beq	9f
	JUMP	ERROR_ENTRY
9:
	.set	.Ltrapped, 1
	.endm

	.macro	TO_C f, n
	.hidden	\f
	.ifdef	.Ltrapped
	EACH_ARG ld, \n
	.endif
	JUMP	\f
	.endm

#include <socketcall.h>
