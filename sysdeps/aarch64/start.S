/* start.S - the entry point of a freestanding program on aarch64.  */
/* SPDX-License-Identifier: MIT */

/* sp is a multiple of 16 and points at argc.  x29 = 0 and an undefined return
   address end a backtrace.  */

#include <landing.h>

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, %function
_start:
	.cfi_startproc
	.cfi_undefined x30
	LANDING
	mov	x29, #0
	mov	x30, #0
	mov	x0, sp
	.hidden	__tg_start
	b	__tg_start		/* It does not return.  */
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", %progbits
