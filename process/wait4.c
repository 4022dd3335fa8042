/* wait4.c - the answer where a machine has no door to wait4.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/wait.h>

pid_t
wait4 (pid_t pid, int *status, int options, struct rusage *usage)
{
  return tg_nosys ();
}

TG_NOSYS (wait4)
