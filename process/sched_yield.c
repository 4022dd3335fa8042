/* sched_yield.c - the answer where a machine has no door to sched_yield.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sched.h>

int
sched_yield (void)
{
  return tg_nosys ();
}

TG_NOSYS (sched_yield)
