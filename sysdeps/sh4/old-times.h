/* old-times.h - tests at the entry of a stub for times to convert, on sh4.  */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  */
	.macro	IF_OLD_TIMES f
	.hidden	__tg_old_times
	mova	.Lold_at, r0
	mov.l	.Lold_at, r1
	add	r1, r0
	mov.l	@r0, r0
	tst	r0, r0
	bt	.Lnone
	GOTO	\f, nop
.Lold_at:
	.long	__tg_old_times - .
.Lnone:
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert: F judges the level.  */
	.macro	IF_OLD_OPTION f
	mov	r6, r0
	cmp/eq	#SO_TIMESTAMP_OLD, r0
	bt	.Loption
	cmp/eq	#SO_TIMESTAMPNS_OLD, r0
	bf	.Lother
.Loption:
	GOTO	\f, nop
.Lother:
	.endm
