/* unshare.c - the answer where a machine has no door to unshare.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sched.h>

int
unshare (int flags)
{
  return tg_nosys ();
}

TG_NOSYS (unshare)
