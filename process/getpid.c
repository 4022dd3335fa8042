/* getpid.c - the answer where a machine has no door to getpid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

pid_t
getpid (void)
{
  return tg_nosys ();
}

TG_NOSYS (getpid)
