/* start.h - the part of start-up that is specific to alpha.  */
/* SPDX-License-Identifier: MIT */

#include <rela.h>
#include <thread.h>

#define R_RELATIVE 27			/* R_ALPHA_RELATIVE, symbol 0 */

/* PALcode keeps the thread pointer: there is no system call.  */
static inline void
set_thread (struct tg_thread *thread)
{
  __builtin_set_thread_pointer (thread + 1);
}
