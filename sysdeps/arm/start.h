/* start.h - arm's part of start-up.  */
/* SPDX-License-Identifier: MIT */

#include <rel.h>
#include <thread.h>
#include <trap.h>

#define R_RELATIVE 23			/* R_ARM_RELATIVE, symbol 0 */

#define ARM_SET_TLS 0xf0005		/* __ARM_NR_set_tls (asm/unistd.h) */

/* The only system call before main.  If it failed, the first use of the thread
   block would fault.  */
static inline void
set_thread (struct tg_thread *thread)
{
  long result;
  __TG_TRAP_1 (result, ARM_SET_TLS, thread + 1);
}
