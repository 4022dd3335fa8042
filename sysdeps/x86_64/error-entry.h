/* error-entry.h - how an x86_64 stub enters the function that sets errno.  */
/* SPDX-License-Identifier: MIT */

/* A stub jumps with the kernel's result in %rax, C takes its argument in
   %rdi.  The one instruction that moves it stands right before the function,
   in the same section, and runs into it: all stubs share it, and an error
   costs no second jump.  Whatever a compiler puts between for alignment can
   be run through.  */
#define TG_ERROR_ABI \
  __attribute__ ((visibility ("hidden"), section (".text.__tg_error"), \
		  aligned (1)))
extern long __tg_error (int result) TG_ERROR_ABI;

#define TG_ERROR_ENTRY \
  __asm__ (".section .text.__tg_error, \"ax\", @progbits\n\t" \
	   ".globl __tg_error_rax\n\t" \
	   ".hidden __tg_error_rax\n\t" \
	   ".type __tg_error_rax, @function\n" \
	   "__tg_error_rax:\n\t" \
	   ".cfi_startproc\n\t" \
	   "movl %eax, %edi\n\t" \
	   ".cfi_endproc\n\t" \
	   ".size __tg_error_rax, . - __tg_error_rax\n\t" \
	   ".text");
