/* start.h - s390x's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 12			/* R_390_RELATIVE, symbol 0 */

/* The thread pointer is in access registers: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __builtin_set_thread_pointer (thread);
  __asm__ volatile ("" : : : "memory");
}
