/* start.S - the entry point of a freestanding program on hppa.  */
/* SPDX-License-Identifier: MIT */

/* r24 points behind argc, r30 is a multiple of 64.  The callee gets a frame,
   where it saves registers and finds arguments.  r3 = 0 and an undefined
   return address end a backtrace.  Code addresses data by r27.  */

	.cfi_sections .debug_frame
	.text
	.globl	_start
	.type	_start, @function
_start:
	.cfi_startproc
	.cfi_undefined 2
	ldil	L%$global$, %r27
	ldo	R%$global$(%r27), %r27
	ldo	-4(%r24), %r26
	ldo	64(%r30), %r30
	copy	%r0, %r3
	.hidden	__tg_start
	b	__tg_start		/* It does not return.  */
	copy	%r0, %r2
	.cfi_endproc
	.size	_start, . - _start
	.section .note.GNU-stack, "", @progbits
