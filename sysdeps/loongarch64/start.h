/* start.h - loongarch64's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 3			/* R_LARCH_RELATIVE, symbol 0 */

/* The thread pointer is a register of its own: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("move $tp, %0" : : "r" (thread + 1) : "memory");
}
