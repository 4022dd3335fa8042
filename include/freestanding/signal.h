/* signal.h - signals, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SIGNAL_H
#define _TG_SIGNAL_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/sicode.h>
#include <bits/siginfo.h>
#include <bits/signal.h>
#include <bits/signum.h>
#include <bits/sigset.h>
#include <bits/time.h>

typedef int sig_atomic_t;

#define SIG_ERR ((void (*) (int)) -1)
#define SIG_DFL ((void (*) (int)) 0)    /* The default action.  */
#define SIG_IGN ((void (*) (int)) 1)    /* Ignore the signal.  */

/* sigaction(2); the kernel's is struct kernel_sigaction.  */
struct sigaction
{
  union
  {
    void (*__plain) (int);
    void (*__info) (int, siginfo_t *, void *);
  } __handler;
  sigset_t sa_mask;             /* Blocked while the handler runs.  */
  int sa_flags;                 /* SA_*.  */
  void (*sa_restorer) (void);   /* Unused; sigaction provides it.  */
};

#define sa_handler   __handler.__plain
#define sa_sigaction __handler.__info

_TG_BEGIN_DECLS

/* Send SIG to process PID, for 0 to this process group, for -1 to all
   processes, below -1 to group -PID.  With SIG 0, only check whether that is
   permitted.  Returns 0, or -1: EINVAL, EPERM, ESRCH (kill(2)).  */
extern int kill (pid_t pid, int sig);

/* Set the action of signal SIGNUM to ACT, and store the previous one in
   OLDACT; both may be null.  Returns 0, or -1: EFAULT, EINVAL
   (sigaction(2)).  */
extern int sigaction (int signum, const struct sigaction *__restrict act,
                      struct sigaction *__restrict oldact);

/* The kernel's call behind sigaction: ACT must have a restorer on
   architectures that use one, and SIGSETSIZE must be sizeof (sigset_t), else
   EINVAL.  */
extern int rt_sigaction (int signum, const struct kernel_sigaction *act,
                         struct kernel_sigaction *oldact, size_t sigsetsize);

/* Change the mask of blocked signals: SIG_BLOCK adds those of SET, SIG_UNBLOCK
   removes them, SIG_SETMASK replaces the mask by SET.  The previous mask is
   stored in OLDSET; both may be null.  SIGSETSIZE is sizeof (sigset_t).
   Returns 0, or -1: EFAULT, EINVAL (rt_sigprocmask(2)).  */
extern int rt_sigprocmask (int how, const sigset_t *set, sigset_t *oldset,
                           size_t sigsetsize);

/* Send SIG to thread TID of process TGID.  Returns 0, or -1: EAGAIN, EINVAL,
   EPERM, ESRCH (tgkill(2)).  */
extern int tgkill (pid_t tgid, pid_t tid, int sig);

/* Wait for a blocked signal of SET, for at most TIMEOUT unless that is null,
   and store its description in INFO unless that is null.  Returns the number
   of the signal, or -1: EAGAIN at the timeout, EFAULT, EINTR, EINVAL
   (rt_sigtimedwait(2)).  */
extern int rt_sigtimedwait (const sigset_t *set, siginfo_t *info,
                            const struct timespec *timeout, size_t sigsetsize);

_TG_END_DECLS

#endif
