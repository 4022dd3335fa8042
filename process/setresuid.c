/* setresuid.c - the answer where a machine has no door to setresuid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
setresuid (uid_t real, uid_t effective, uid_t saved)
{
  return tg_nosys ();
}

TG_NOSYS (setresuid)
