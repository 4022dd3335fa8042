/* waitpid.c - the answer where a machine has no door to waitpid.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/wait.h>

pid_t
waitpid (pid_t pid, int *status, int options)
{
  return tg_nosys ();
}

TG_NOSYS (waitpid)
