/* sysdep.h - how a stub on s390x enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller		kernel
   number	-			svc NR, or r1 with svc 0
   arguments	r2 ... r6 160(r15)	r2 ... r7
   result	r2			r2, all other registers preserved
   callee-saved	r6 ... r13 r15

   The caller provides 160 bytes at r15, where the registers from r2 on have
   their places from 16 on.  A 32-bit argument is extended in its register, by
   the ABI; the kernel reads the low half only.  All instructions are those of
   the first machine with 64 bits.  */

#define LANDING
#define ERROR_ENTRY	__tg_error	/* The result is C's argument.  */

/* Is there C or another path that needs the arguments after a trap?  */
#if !defined TG_ONE_PATH && (defined CALL_FALLBACK || (defined CALL_OP \
	&& (defined TG_ROUTE_direct || defined TG_ROUTE_socketcall)))
# define KEEP		stmg	%r2, %r3, 16(%r15)
#else
# define KEEP
#endif
#include <socketcall.h>

	.macro	TRAP nr
	.if	\nr < 256
	svc	\nr
	.else
	lghi	%r1, \nr
	svc	0
	.endif
	.endm

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	lghi	\reg, 0
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  r6 is saved if it gets a
   zero, r7 if it is used.  */
	.macro	DIRECT nr, n, z
	KEEP
	.if	\n + \z > 5 && \n < 5
	stmg	%r6, %r7, 48(%r15)
	.cfi_offset %r6, -112
	.cfi_offset %r7, -104
	.elseif	\n + \z > 5
	stg	%r7, 56(%r15); .cfi_offset %r7, -104
	.elseif	\n + \z > 4 && \n < 5
	stg	%r6, 48(%r15); .cfi_offset %r6, -112
	.endif
	ZERO	%r2, 1, \n, \z
	ZERO	%r3, 2, \n, \z
	ZERO	%r4, 3, \n, \z
	ZERO	%r5, 4, \n, \z
	ZERO	%r6, 5, \n, \z
	ZERO	%r7, 6, \n, \z
	.if	\n > 5
	lg	%r7, 160(%r15)
	.endif
	TRAP	\nr
	.if	\n + \z > 5 && \n < 5
	lmg	%r6, %r7, 48(%r15); .cfi_restore %r6; .cfi_restore %r7
	.elseif	\n + \z > 5
	lg	%r7, 56(%r15); .cfi_restore %r7
	.elseif	\n + \z > 4 && \n < 5
	lg	%r6, 48(%r15); .cfi_restore %r6
	.endif
	.endm

	.macro	RETURN
	br	%r14
	.endm

	.macro	RETURN_OR f
	.hidden	\f
	lghi	%r1, -MAX_ERRNO - 1
	clgr	%r2, %r1		/* Unsigned: -4095..-1.  */
	jgh	\f
	br	%r14
	.endm

/* The code that follows has the arguments again.  */
	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cghi	%r2, -\error
	jgne	ERROR_ENTRY
	lmg	%r2, %r3, 16(%r15)
	.endm

	.macro	TO_C f, n
	.hidden	\f
	lmg	%r2, %r3, 16(%r15)
	jg	\f
	.endm
