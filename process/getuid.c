/* getuid.c - the answer where a machine has no door to getuid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

uid_t
getuid (void)
{
  return tg_nosys ();
}

TG_NOSYS (getuid)
