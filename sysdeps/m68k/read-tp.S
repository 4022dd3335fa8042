/* read-tp.S - the thread pointer, and the function that returns it.  */
/* SPDX-License-Identifier: MIT */

/* No register is set aside for it: with threads the kernel has it
   (get_thread_area), and each use of a variable is a system call.  A program
   without a libc has one thread, and it is in memory.  */

	.cfi_sections .debug_frame
	.text
	.align	2
	.globl	__m68k_read_tp
	.type	__m68k_read_tp, @function
__m68k_read_tp:
	.cfi_startproc
	move.l	(__tg_thread_pointer:l, %pc), %a0
	rts
	.cfi_endproc
	.size	__m68k_read_tp, . - __m68k_read_tp

	.bss
	.align	2
	.globl	__tg_thread_pointer
	.hidden	__tg_thread_pointer
	.type	__tg_thread_pointer, @object
	.size	__tg_thread_pointer, 4
__tg_thread_pointer:
	.zero	4
	.section .note.GNU-stack, "", @progbits
