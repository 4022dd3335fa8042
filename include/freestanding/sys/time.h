/* sys/time.h - times and interval timers, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_TIME_H
#define _TG_SYS_TIME_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/time.h>

/* setitimer(2), linux/time.h.  */
#define ITIMER_REAL    0        /* Real time: SIGALRM.  */
#define ITIMER_VIRTUAL 1        /* User mode time: SIGVTALRM.  */
#define ITIMER_PROF    2        /* User and kernel time: SIGPROF.  */

struct itimerval
{
  struct timeval it_interval;   /* Period; 0: only once.  */
  struct timeval it_value;      /* Until expiry; 0: disarmed.  */
};

_TG_BEGIN_DECLS

/* Set timer WHICH to NEW_VALUE, and store the previous value in OLD_VALUE
   unless that is null.  Returns 0, or -1: EFAULT, EINVAL (setitimer(2)).  */
extern int setitimer (int which, const struct itimerval *new_value,
                      struct itimerval *old_value);

_TG_END_DECLS

#endif
