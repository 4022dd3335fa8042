/* old-times.h - tests at the entry of a stub for times to convert, on i386. */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  There is no base register for the data of a static-pie program, but
   the thread's block is at hand, which has the address (old-times.S).
   The shared object computes it.  By .reloc, as the assembler adds
   _GLOBAL_OFFSET_TABLE_ to an object with an @ntpoff.  */
	.macro	IF_OLD_TIMES f
	.hidden	\f
#ifdef TG_SHARED
	.hidden	__tg_old_times
	call	.Lhere; .cfi_adjust_cfa_offset 4
.Lhere:	popl	%eax; .cfi_adjust_cfa_offset -4
	cmpl	$0, __tg_old_times - .Lhere(%eax)
#else
	.hidden	__tg_old_times_at
	.type	__tg_old_times_at, @tls_object
	movl	%gs:0, %eax; .reloc . - 4, R_386_TLS_LE, __tg_old_times_at
	cmpl	$0, (%eax)
#endif
	jne	\f
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert: F judges the level.  */
	.macro	IF_OLD_OPTION f
	.hidden	\f
	cmpl	$SO_TIMESTAMP_OLD, 12(%esp)
	je	\f
	cmpl	$SO_TIMESTAMPNS_OLD, 12(%esp)
	je	\f
	.endm
