/* rt_sigaction.c - rt_sigaction on alpha, which takes the restorer, too.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <errno.h>
#include <numbers.h>
#include <signal.h>
#include <tg-error.h>
#include <trap.h>
#include <user.h>

int
rt_sigaction (int sig, const struct kernel_sigaction *act,
              struct kernel_sigaction *old, size_t setsize)
{
  if (act && !tg_readable_object (act, sizeof *act))
    return (int)tg_return (-EFAULT);
  return (int)tg_return (tg_trap (TG_NR_rt_sigaction, sig, (long)act,
                                  (long)old, (long)setsize,
                                  act ? (long)act->restorer : 0));
}

TG_ALIASES (rt_sigaction)
