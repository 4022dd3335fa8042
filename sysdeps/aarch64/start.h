/* start.h - aarch64's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 1027			/* R_AARCH64_RELATIVE, symbol 0 */

/* User mode writes the register itself: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("msr tpidr_el0, %0" : : "r" (thread + 1) : "memory");
}
