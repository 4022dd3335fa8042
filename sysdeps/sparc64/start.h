/* start.h - the part of start-up that is specific to sparc64.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 22			/* R_SPARC_RELATIVE, symbol 0 */

/* The thread pointer is a general register: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("mov %0, %%g7" : : "r" (thread) : "memory");
}
