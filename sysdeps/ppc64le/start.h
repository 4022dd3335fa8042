/* start.h - the part of start-up that is specific to 64-bit powerpc.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 22			/* R_PPC64_RELATIVE, symbol 0 */

/* The thread pointer is a general register: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __asm__ volatile ("mr 13, %0"
		    :
		    : "r" ((char *) (thread + 1) + TLS_BIAS)
		    : "memory");
}
