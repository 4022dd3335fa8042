/* old-times.h - tests at the entry of a stub for times to convert, on m68k. */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  */
	.macro	IF_OLD_TIMES f
	.hidden	\f
	.hidden	__tg_old_times
	tst.l	(__tg_old_times:l, %pc)
	bne.l	\f
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert: F judges the level.  */
	.macro	IF_OLD_OPTION f
	.hidden	\f
	cmp.l	#SO_TIMESTAMP_OLD, 12(%sp)
	beq.l	\f
	cmp.l	#SO_TIMESTAMPNS_OLD, 12(%sp)
	beq.l	\f
	.endm
