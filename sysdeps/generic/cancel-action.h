/* cancel-action.h - how the kernel has the action of a signal.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_CANCEL_ACTION_H
#define TG_CANCEL_ACTION_H

#include <numbers.h>
#include <signal.h>
#include <stdint.h>
#include <trap.h>

/* Most architectures have this order, and 64 signals.  */
struct tg_action
{
  void (*handler) (int, siginfo_t *, void *);
  unsigned long flags;
  void (*restorer) (void);
  uint64_t mask;
};

/* sigaction for a signal that the libc keeps for itself.  */
static inline long
tg_action (int signal, const struct tg_action *new, struct tg_action *old)
{
  return tg_trap (TG_NR_rt_sigaction, signal, (long)new, (long)old,
                  sizeof new->mask, 0);
}

#endif
