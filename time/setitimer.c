/* setitimer.c - the answer where a machine has no door to setitimer.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/time.h>

int
setitimer (int which, const struct itimerval *value, struct itimerval *old)
{
  return tg_nosys ();
}

TG_NOSYS (setitimer)
