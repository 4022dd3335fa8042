/* sigaction.c - installs a handler together with its restorer.  */
/* SPDX-License-Identifier: MIT */

#include <errno.h>
#include <signal.h>
#include <tg-error.h>
#include <user.h>

/* Both structures are copied in C, so each is probed first (user.h): one or
   two additional system calls for each non-null pointer.  */

#ifdef SA_RESTORER
/* A handler returns to one of these.  It calls rt_sigreturn or, for a frame
   without siginfo on an architecture that has both, sigreturn.  */
extern void __tg_restore_rt (void) __attribute__ ((visibility ("hidden")));
extern void __tg_restore (void) __attribute__ ((visibility ("hidden")));

static void
set_restorer (struct kernel_sigaction *action, int flags)
{
  action->flags |= SA_RESTORER;
  action->restorer = flags & SA_SIGINFO ? __tg_restore_rt : __tg_restore;
}
#else
/* The kernel needs no restorer.  */
#define SA_RESTORER 0

static void
set_restorer (struct kernel_sigaction *action, int flags)
{
}
#endif

int
sigaction (int sig, const struct sigaction *restrict act,
           struct sigaction *restrict old)
{
  struct kernel_sigaction new_kernel, old_kernel;
  if (act && !tg_readable_object (act, sizeof *act))
    return (int)tg_return (-EFAULT);
  if (act)
    {
      new_kernel.handler = act->sa_handler;
      new_kernel.flags = (unsigned long)act->sa_flags;
      new_kernel.mask = act->sa_mask;
      set_restorer (&new_kernel, act->sa_flags);
    }
  if (rt_sigaction (sig, act ? &new_kernel : 0, old ? &old_kernel : 0,
                    sizeof (sigset_t)))
    return -1;
  if (old && !tg_writable_object (old, sizeof *old))
    return (int)tg_return (-EFAULT);
  if (old)
    {
      old->sa_restorer = 0;
      old->sa_handler = old_kernel.handler;
      old->sa_flags = (int)(old_kernel.flags & ~(unsigned long)SA_RESTORER);
      old->sa_mask = old_kernel.mask;
    }
  return 0;
}
