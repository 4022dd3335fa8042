/* start.S - the entry point of a freestanding program on mips.  */
/* SPDX-License-Identifier: MIT */

/* $29 points at argc.  Below it, at a multiple of 8, are the words that belong
   to a function that is called.  $31 = 0 and an undefined return address end a
   backtrace.  GNU ld takes __start as the entry, others _start.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.globl	__start
	.type	_start, @function
	.set	noreorder
_start:
__start:
	.cfi_startproc
	.cfi_undefined $31
	bal	1f
	 move	$4, $29
1:	.cpload	$31
	la	$25, __tg_start
	li	$8, -8
	and	$29, $29, $8
	addiu	$29, $29, -16
	.hidden	__tg_start
	jr	$25			/* It does not return.  */
	 move	$31, $0
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
