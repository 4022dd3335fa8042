/* old-times.h - tests at the entry of a stub for old times, on powerpc.  */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  */
	.macro	IF_OLD_TIMES f
	.hidden	\f
	.hidden	__tg_old_times
	mflr	0; .cfi_register lr, 0
	bcl	20, 31, 8f
8:	mflr	12
	mtlr	0; .cfi_restore lr
	addis	12, 12, __tg_old_times - 8b@ha
	lwz	12, __tg_old_times - 8b@l(12)
	cmpwi	12, 0
	beq+	9f
	b	\f
9:
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert: F judges the level.  */
	.macro	IF_OLD_OPTION f
	.hidden	\f
	cmpwi	5, SO_TIMESTAMP_OLD
	beq-	8f
	cmpwi	5, SO_TIMESTAMPNS_OLD
	bne+	9f
8:	b	\f
9:
	.endm
