/* rt_sigaction.c - the answer where a machine has no door to rt_sigaction.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <signal.h>

int
rt_sigaction (int sig, const struct kernel_sigaction *act,
              struct kernel_sigaction *old, size_t setsize)
{
  return tg_nosys ();
}

TG_NOSYS (rt_sigaction)
