/* setresgid.c - the answer where a machine has no door to setresgid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
setresgid (gid_t real, gid_t effective, gid_t saved)
{
  return tg_nosys ();
}

TG_NOSYS (setresgid)
