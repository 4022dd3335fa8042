/* nanosleep.c - the answer where a machine has no door to nanosleep.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <time.h>

int
nanosleep (const struct timespec *request, struct timespec *remain)
{
  return tg_nosys ();
}

TG_NOSYS (nanosleep)
