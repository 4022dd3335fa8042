/* rt_sigprocmask.c - the answer where a machine has no door.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <signal.h>

int
rt_sigprocmask (int how, const sigset_t *set, sigset_t *old, size_t setsize)
{
  return tg_nosys ();
}

TG_NOSYS (rt_sigprocmask)
