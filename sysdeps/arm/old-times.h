/* old-times.h - tests at the entry of a stub for times to convert, on arm.  */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  POOL has the distance of the word.  */
	.macro	IF_OLD_TIMES f
	.hidden	\f
	.hidden	__tg_old_times
	ldr	ip, .Lold_at
.Lload:	ldr	ip, [pc, ip]
	cmp	ip, #0
	bne	\f
	.set	.Lold_pool, 1
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert: F judges the level.  */
	.macro	IF_OLD_OPTION f
	.hidden	\f
	cmp	r2, #SO_TIMESTAMP_OLD
	cmpne	r2, #SO_TIMESTAMPNS_OLD
	beq	\f
	.endm
