/* gettid.c - the answer where a machine has no door to gettid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

pid_t
gettid (void)
{
  return tg_nosys ();
}

TG_NOSYS (gettid)
