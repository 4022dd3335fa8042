/* start.h - the part of start-up that is specific to mips.  */
/* SPDX-License-Identifier: MIT */

#include <numbers.h>
#include <rel.h>
#include <thread.h>
#include <trap.h>

/* The only system call before main.  If it failed, the first use of the thread
   block would fault.  */
static inline void
set_thread (struct tg_thread *thread)
{
  long result;
  __TG_TRAP_1 (result, TG_NR_set_thread_area,
	       (char *) (thread + 1) + TLS_BIAS);
  (void) result;
}
