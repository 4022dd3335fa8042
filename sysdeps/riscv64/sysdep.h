/* sysdep.h - how a stub on riscv64 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller	kernel
   number	-		a7
   arguments	a0 ... a5	the same
   result	a0		a0, all other registers preserved

   An int is sign-extended in its register, by the ABI; the kernel reads its
   low half only.  */

#define LANDING
#define ERROR_ENTRY	__tg_error	/* The result is C's argument.  */

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	li	\reg, 0
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  A fallback needs the
   first argument, which the result replaces.  */
	.macro	DIRECT nr, n, z
#ifdef CALL_FALLBACK
	mv	t2, a0
#endif
	ZERO	a0, 1, \n, \z
	ZERO	a1, 2, \n, \z
	ZERO	a2, 3, \n, \z
	ZERO	a3, 4, \n, \z
	ZERO	a4, 5, \n, \z
	ZERO	a5, 6, \n, \z
	li	a7, \nr
	ecall
	.endm

/* For an unsigned int, which is sign-extended, too, but not by the kernel.  */
	.macro	RETURN
	sext.w	a0, a0
	ret
	.endm

/* A branch reaches 4 KiB, tail any place; it clobbers t1.  */
	.macro	RETURN_OR f
	.hidden	\f
	li	t0, -MAX_ERRNO - 1
	bltu	t0, a0, 8f		/* Unsigned: -4095..-1.  */
	ret
8:	tail	\f
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	li	t0, -\error
	beq	a0, t0, 8f
	tail	ERROR_ENTRY
8:
	.endm

/* The kernel preserves all arguments but the first.  */
	.macro	TO_C f, n
	.hidden	\f
	mv	a0, t2
	tail	\f
	.endm
