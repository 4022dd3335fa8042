/* start.h - sh4's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 165			/* R_SH_RELATIVE, symbol 0 */

/* User mode writes the register itself: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("ldc %0, gbr" : : "r" (thread + 1) : "memory");
}
