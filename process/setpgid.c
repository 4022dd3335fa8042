/* setpgid.c - the answer where a machine has no door to setpgid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
setpgid (pid_t pid, pid_t group)
{
  return tg_nosys ();
}

TG_NOSYS (setpgid)
