/* old-times.h - tests at the entry of a stub for old times, on mips.  */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  $31 finds the word of that, as in JUMP.  */
	.macro	IF_OLD_TIMES f
	.hidden	\f
	.hidden	__tg_old_times
	move	$8, $31; .cfi_register $31, $8
	bal	8f
	 nop
	.word	__tg_old_times - .
8:	lw	$9, 0($31)
	addu	$9, $9, $31
	lw	$9, 0($9)
	move	$31, $8; .cfi_restore $31
	beqz	$9, 9f
	 nop
	JUMP	\f
9:
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert: F judges the level.  */
	.macro	IF_OLD_OPTION f
	.hidden	\f
	li	$8, SO_TIMESTAMP_OLD
	beq	$6, $8, 8f
	 li	$8, SO_TIMESTAMPNS_OLD
	bne	$6, $8, 9f
	 nop
8:	JUMP	\f
9:
	.endm
