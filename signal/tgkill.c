/* tgkill.c - the answer where a machine has no door to tgkill.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <signal.h>

int
tgkill (pid_t group, pid_t thread, int sig)
{
  return tg_nosys ();
}

TG_NOSYS (tgkill)
