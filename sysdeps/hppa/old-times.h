/* old-times.h - tests at the entry of a stub for times to convert, on hppa. */
/* SPDX-License-Identifier: MIT */

#include <bits/so.h>

/* Goes to F once an option with 64-bit times was set as that with 32-bit
   times.  The word's distance counts from the instruction behind the branch;
   r1 gets its address, with the 3 of user mode.  */
	.macro	IF_OLD_TIMES f
	.hidden	\f
	.hidden	__tg_old_times
	bl	.+8, %r1
	addil	L'__tg_old_times - ($PIC_pcrel$0 - 1), %r1
	ldw	R'__tg_old_times - ($PIC_pcrel$0 - 5)(%r1), %r1
	cmpb,=,n %r0, %r1, 8f
	b,n	\f
8:
	.endm

/* Goes to F if the third argument is an option that makes the kernel send
   32-bit times which the libcs convert, one of two that follow each other: F
   judges the level.  */
	.macro	IF_OLD_OPTION f
	.hidden	\f
	.if	SO_TIMESTAMPNS_OLD - SO_TIMESTAMP_OLD - 1
	.error	"the options do not follow each other"
	.endif
	ldil	L%SO_TIMESTAMP_OLD, %r1
	ldo	R%SO_TIMESTAMP_OLD(%r1), %r1
	sub	%r24, %r1, %r1
	cmpib,<<,n 1, %r1, 8f
	b,n	\f
8:
	.endm
