/* start.S - the entry point of a freestanding program on sparc64.  */
/* SPDX-License-Identifier: MIT */

/* %sp is biased by 2047.  Above it is room for a register window, then argc; a
   function that is called has six more words.  %fp = 0 and an undefined return
   address end a backtrace.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, #function
_start:
	.cfi_startproc
	.cfi_undefined %o7
	clr	%fp
	add	%sp, 2047 + 128, %o0
	.hidden	__tg_start
	call	__tg_start		/* It does not return.  */
	 sub	%sp, 48, %sp
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", %progbits
