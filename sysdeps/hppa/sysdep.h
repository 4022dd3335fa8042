/* sysdep.h - how a stub on hppa enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller				kernel
   number	-					r20
   arguments	r26 ... r23 -52(r30) -56(r30)		r26 ... r21
   result	r28					r28; r1, r31 clobbered

   The stack grows to higher addresses.  The instruction behind a branch is
   executed before the branch takes effect; with ",n" it is not, where the
   branch is unconditional, or conditional, forward and taken.  A comparison
   reaches 8 KiB, a branch 256 KiB, or any distance by the linker's code.  */

#define LANDING
#define ERROR_ENTRY	__tg_error_ret0	/* See error-entry.h.  */

	.macro	ARGUMENT reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	copy	%r0, \reg
	.elseif	\i == 5 && \n >= 5
	ldw	-52(%r30), \reg
	.elseif	\i == 6 && \n >= 6
	ldw	-56(%r30), \reg
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros, in the kernel's page at
   0x100.  */
	.macro	DIRECT nr, n, z
	ARGUMENT %r26, 1, \n, \z
	ARGUMENT %r25, 2, \n, \z
	ARGUMENT %r24, 3, \n, \z
	ARGUMENT %r23, 4, \n, \z
	ARGUMENT %r22, 5, \n, \z
	ARGUMENT %r21, 6, \n, \z
	ble	0x100(%sr2, %r0)
	ldi	\nr, %r20
	.endm

	.macro	RETURN
	bv,n	%r0(%r2)
	.endm

	.macro	RETURN_OR f
	.hidden	\f
	ldi	-MAX_ERRNO - 1, %r1
	cmpb,<<,n %r1, %r28, 8f		/* Unsigned: -4095..-1.  */
	bv,n	%r0(%r2)
8:
	b,n	\f
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	ldi	-\error, %r1
	cmpb,=,n %r1, %r28, 8f
	b,n	ERROR_ENTRY
8:
	.endm

/* The kernel preserves all arguments, and the stack is as C left it.  */
	.macro	TO_C f, n
	.hidden	\f
	b,n	\f
	.endm
