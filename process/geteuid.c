/* geteuid.c - the answer where a machine has no door to geteuid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

uid_t
geteuid (void)
{
  return tg_nosys ();
}

TG_NOSYS (geteuid)
