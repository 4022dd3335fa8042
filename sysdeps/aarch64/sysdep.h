/* sysdep.h - how a stub on aarch64 enters the kernel and comes back.  */
/* SPDX-License-Identifier: MIT */

/*		C caller	kernel
   number	-		w8
   arguments	x0 ... x5	the same
   result	x0		x0, all other registers preserved

   A 32-bit argument may have anything in the high half of its register: the
   kernel reads the low half only.  */

#include <landing.h>

#define ERROR_ENTRY	__tg_error	/* The result is C's argument.  */

	.macro	ZERO reg, i, n, z
	.if	\i > \n && \i <= \n + \z
	mov	\reg, #0
	.endif
	.endm

/* Call NR with the caller's N arguments and Z zeros.  A fallback needs the
   first argument, which the result replaces.  */
	.macro	DIRECT nr, n, z
#ifdef CALL_FALLBACK
	mov	x9, x0
#endif
	ZERO	x0, 1, \n, \z
	ZERO	x1, 2, \n, \z
	ZERO	x2, 3, \n, \z
	ZERO	x3, 4, \n, \z
	ZERO	x4, 5, \n, \z
	ZERO	x5, 6, \n, \z
	mov	w8, #\nr
	svc	#0
	.endm

	.macro	RETURN
	ret
	.endm

/* The conditional branch reaches 1 MiB, the other 128, or any distance by the
   linker's code.  */
	.macro	RETURN_OR f
	.hidden	\f
	cmn	x0, #MAX_ERRNO		/* Unsigned: -4095..-1.  */
	b.hs	8f
	ret
8:	b	\f
	.endm

	.macro	FAIL_UNLESS error
	.hidden	ERROR_ENTRY
	cmn	x0, #\error
	b.eq	8f
	b	ERROR_ENTRY
8:
	.endm

/* The kernel preserves all arguments but the first.  */
	.macro	TO_C f, n
	.hidden	\f
	mov	x0, x9
	b	\f
	.endm
