/* start.h - x86_64's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <numbers.h>
#include <rela.h>
#include <thread.h>

#define R_RELATIVE 8			/* R_X86_64_RELATIVE, symbol 0 */

#define ARCH_SET_FS 0x1002

/* The only system call before main.  If it failed, the first use of the thread
   block would fault.  */
static inline void
set_thread (struct tg_thread *thread)
{
  long result;
  __asm__ volatile ("syscall"
		    : "=a" (result)
		    : "0" (TG_NR_arch_prctl), "D" (ARCH_SET_FS), "S" (thread)
		    : "rcx", "r11", "memory");
}
