/* error-entry.h - how an hppa stub enters the function that sets errno.  */
/* SPDX-License-Identifier: MIT */

/* A stub branches with the kernel's result in r28, C takes its argument in
   r26: see x86_64's.  */
#define TG_ERROR_ABI \
  __attribute__ ((visibility ("hidden"), section (".text.__tg_error")))
extern long __tg_error (int result) TG_ERROR_ABI;

#define TG_ERROR_ENTRY \
  __asm__ (".section .text.__tg_error, \"ax\", @progbits\n\t" \
	   ".globl __tg_error_ret0\n\t" \
	   ".hidden __tg_error_ret0\n\t" \
	   ".type __tg_error_ret0, @function\n" \
	   "__tg_error_ret0:\n\t" \
	   ".cfi_startproc\n\t" \
	   "copy %r28, %r26\n\t" \
	   ".cfi_endproc\n\t" \
	   ".size __tg_error_ret0, . - __tg_error_ret0\n\t" \
	   ".text");
