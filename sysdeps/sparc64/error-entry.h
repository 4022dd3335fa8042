/* error-entry.h - how a sparc64 stub enters the function that sets errno.  */
/* SPDX-License-Identifier: MIT */

/* A stub continues with a positive errno in %o0, C takes the kernel's result,
   which is negative.  The one instruction between them stands right before the
   function, in the same section, and runs into it.  */
#define TG_ERROR_ABI \
  __attribute__ ((visibility ("hidden"), section (".text.__tg_error"), \
		  aligned (4)))
extern long __tg_error (int result) TG_ERROR_ABI;

#define TG_ERROR_ENTRY \
  __asm__ (".section .text.__tg_error, \"ax\", @progbits\n\t" \
	   ".align 4\n\t" \
	   ".globl __tg_error_o0\n\t" \
	   ".hidden __tg_error_o0\n\t" \
	   ".type __tg_error_o0, @function\n" \
	   "__tg_error_o0:\n\t" \
	   ".cfi_startproc\n\t" \
	   "neg %o0\n\t" \
	   ".cfi_endproc\n\t" \
	   ".size __tg_error_o0, . - __tg_error_o0\n\t" \
	   ".text");
