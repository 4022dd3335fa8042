/* start.S - the entry point of a freestanding program on riscv64.  */
/* SPDX-License-Identifier: MIT */

/* sp is a multiple of 16 and points at argc.  s0 = 0 and an undefined return
   address end a backtrace.  The linker may address data by gp, so gp must be
   set without it.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined ra
	.option	push
	.option	norelax
	lla	gp, __global_pointer$
	.option	pop
	li	s0, 0
	mv	a0, sp
	.hidden	__tg_start
	tail	__tg_start		/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
