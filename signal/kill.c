/* kill.c - the answer where a machine has no door to kill.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <signal.h>

int
kill (pid_t pid, int sig)
{
  return tg_nosys ();
}

TG_NOSYS (kill)
