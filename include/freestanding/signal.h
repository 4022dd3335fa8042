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
#define SIG_DFL ((void (*) (int)) 0)    /* What the kernel does.  */
#define SIG_IGN ((void (*) (int)) 1)    /* Nothing.  */

/* sigaction(2); the kernel's own is struct kernel_sigaction.  */
struct sigaction
{
  union
  {
    void (*__plain) (int);
    void (*__info) (int, siginfo_t *, void *);
  } __handler;
  sigset_t sa_mask;             /* Blocked while the handler runs.  */
  int sa_flags;                 /* SA_*.  */
  void (*sa_restorer) (void);   /* Not for programs: sigaction sets it.  */
};

#define sa_handler   __handler.__plain
#define sa_sigaction __handler.__info

_TG_BEGIN_DECLS

/* Send SIG, or with 0 only ask whether one might: to process PID, for 0 to
   this process group, for -1 to all, below -1 to group -PID.  0, or -1:
   EINVAL, EPERM, ESRCH (kill(2)).  */
extern int kill (pid_t pid, int sig);

/* Have signal SIGNUM do ACT, and put what it did so far into OLDACT; both may
   be null.  0, or -1: EFAULT, EINVAL (sigaction(2)).  */
extern int sigaction (int signum, const struct sigaction *__restrict act,
                      struct sigaction *__restrict oldact);

/* The kernel's call of that purpose: ACT needs its restorer where the
   architecture has one, and SIGSETSIZE is sizeof (sigset_t), else EINVAL.  */
extern int rt_sigaction (int signum, const struct kernel_sigaction *act,
                         struct kernel_sigaction *oldact, size_t sigsetsize);

/* Change which signals are blocked: with HOW as SIG_BLOCK add those of SET,
   as SIG_UNBLOCK take them out, as SIG_SETMASK take SET instead.  OLDSET
   takes what was before; both may be null.  SIGSETSIZE is sizeof (sigset_t).
   0, or -1: EFAULT, EINVAL (rt_sigprocmask(2)).  */
extern int rt_sigprocmask (int how, const sigset_t *set, sigset_t *oldset,
                           size_t sigsetsize);

/* Send SIG to thread TID of process TGID.  0, or -1: EAGAIN, EINVAL, EPERM,
   ESRCH (tgkill(2)).  */
extern int tgkill (pid_t tgid, pid_t tid, int sig);

/* Wait for a blocked signal of SET, until TIMEOUT unless that is null, and put
   what there is to know into INFO unless that is null.  Its number, or -1:
   EAGAIN when time is up, EFAULT, EINTR, EINVAL (rt_sigtimedwait(2)).  */
extern int rt_sigtimedwait (const sigset_t *set, siginfo_t *info,
                            const struct timespec *timeout, size_t sigsetsize);

_TG_END_DECLS

#endif
