/* error-entry.h - how an m68k stub enters the function that sets errno.  */
/* SPDX-License-Identifier: MIT */

/* A stub jumps with the kernel's result in %d0, C takes its argument on the
   stack.  C expects a pointer in %a0, and a function that returns one may be
   what has failed.  */
#define TG_ERROR_ABI __attribute__ ((visibility ("hidden")))
extern long __tg_error (int result) TG_ERROR_ABI;

#define TG_ERROR_ENTRY \
  __asm__ (".section .text.__tg_error, \"ax\", @progbits\n\t" \
	   ".align 2\n\t" \
	   ".globl __tg_error_d0\n\t" \
	   ".hidden __tg_error_d0\n\t" \
	   ".type __tg_error_d0, @function\n" \
	   "__tg_error_d0:\n\t" \
	   ".cfi_startproc\n\t" \
	   "move.l %d0, -(%sp)\n\t" \
	   ".cfi_adjust_cfa_offset 4\n\t" \
	   "bsr.l __tg_error\n\t" \
	   "addq.l #4, %sp\n\t" \
	   ".cfi_adjust_cfa_offset -4\n\t" \
	   "move.l %d0, %a0\n\t" \
	   "rts\n\t" \
	   ".cfi_endproc\n\t" \
	   ".size __tg_error_d0, . - __tg_error_d0\n\t" \
	   ".text");
