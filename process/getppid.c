/* getppid.c - the answer where a machine has no door to getppid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

pid_t
getppid (void)
{
  return tg_nosys ();
}

TG_NOSYS (getppid)
