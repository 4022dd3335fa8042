/* alarm.c - alarm by setitimer.  */
/* SPDX-License-Identifier: MIT */

#include <substitute.h>
#include <sys/time.h>
#include <unistd.h>

/* As the kernel in alarm: no more seconds than a positive time has, and a rest
   of less than half a second counts only if it is all there is.  */
unsigned int
alarm (unsigned int seconds)
{
  struct itimerval now = { { 0, 0 }, { (time_t)seconds, 0 } }, old;
  if (now.it_value.tv_sec < 0)
    now.it_value.tv_sec = __INT_MAX__;
  tg_trap (TG_NR_setitimer, ITIMER_REAL, (long)&now, (long)&old, 0, 0);
  long part = old.it_value.tv_usec;
  return (unsigned int)old.it_value.tv_sec
         + (part >= 500000 || (part > 0 && old.it_value.tv_sec == 0));
}

TG_ALIASES (alarm)
