/* rt_sigaction.c - rt_sigaction on sparc64, which takes the restorer, too.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <signal.h>
#include <tg-error.h>
#include <trap.h>

/* In sigreturn.S.  A return address is that of the call, 8 bytes before.  */
extern const char __tg_restore_rt[] __attribute__ ((visibility ("hidden")));

int
rt_sigaction (int sig, const struct kernel_sigaction *act,
              struct kernel_sigaction *old, size_t setsize)
{
  return (int)tg_return (tg_trap (TG_NR_rt_sigaction, sig, (long)act,
                                  (long)old, (long)__tg_restore_rt - 8,
                                  (long)setsize));
}

TG_ALIASES (rt_sigaction)
