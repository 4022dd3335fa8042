/* sys/time.h - times and interval timers, without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_TIME_H
#define _TG_SYS_TIME_H

#include <sys/types.h>

#include <bits/decls.h>
#include <bits/time.h>

/* setitimer(2), linux/time.h.  */
#define ITIMER_REAL    0        /* SIGALRM by the clock.  */
#define ITIMER_VIRTUAL 1        /* SIGVTALRM by the time in the program.  */
#define ITIMER_PROF    2        /* SIGPROF by the time of the process.  */

struct itimerval
{
  struct timeval it_interval;   /* From then on; 0: once.  */
  struct timeval it_value;      /* Until the next; 0: never.  */
};

_TG_BEGIN_DECLS

/* Set timer WHICH to NEW_VALUE, what was left goes to OLD_VALUE unless that is
   null.  0, or -1: EFAULT, EINVAL (setitimer(2)).  */
extern int setitimer (int which, const struct itimerval *new_value,
                      struct itimerval *old_value);

_TG_END_DECLS

#endif
