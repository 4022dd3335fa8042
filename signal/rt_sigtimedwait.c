/* rt_sigtimedwait.c - the answer without a door to rt_sigtimedwait.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <signal.h>

int
rt_sigtimedwait (const sigset_t *set, siginfo_t *info,
                 const struct timespec *timeout, size_t setsize)
{
  return tg_nosys ();
}

TG_NOSYS (rt_sigtimedwait)
