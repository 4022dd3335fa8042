/* sysdep.h - how a stub on loongarch64 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller	kernel
   number	-		a7
   arguments	a0 ... a5	the same
   result	a0		a0; t0 ... t8 clobbered

   An int is sign-extended in its register, by the ABI; the kernel reads its
   low half only.  */

#define LANDING
#define ERROR_ENTRY	__tg_error	/* The result is C's argument.  */

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	move	\reg, $zero
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  A fallback needs the
   first argument, which the result replaces; the kernel preserves a6.  */
	.macro	DIRECT nr, n, z
#ifdef CALL_FALLBACK
	move	$a6, $a0
#endif
	ZERO	$a0, 1, \n, \z
	ZERO	$a1, 2, \n, \z
	ZERO	$a2, 3, \n, \z
	ZERO	$a3, 4, \n, \z
	ZERO	$a4, 5, \n, \z
	ZERO	$a5, 6, \n, \z
	li.w	$a7, \nr
	syscall	0
	.endm

/* For an unsigned int, which is sign-extended, too, but not by the kernel.  */
	.macro	RETURN
	slli.w	$a0, $a0, 0
	jr	$ra
	.endm

/* A comparison reaches 128 KiB, b 128 MiB.  */
	.macro	RETURN_OR f
	.hidden	\f
	li.w	$t0, -MAX_ERRNO - 1
	bltu	$t0, $a0, 8f		/* Unsigned: -4095..-1.  */
	jr	$ra
8:	b	\f
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	li.w	$t0, -\error
	beq	$a0, $t0, 8f
	b	ERROR_ENTRY
8:
	.endm

/* The kernel preserves all arguments but the first.  */
	.macro	TO_C f, n
	.hidden	\f
	move	$a0, $a6
	b	\f
	.endm
