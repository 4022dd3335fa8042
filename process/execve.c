/* execve.c - the answer where a machine has no door to execve.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
execve (const char *path, char *const argv[], char *const envp[])
{
  return tg_nosys ();
}

TG_NOSYS (execve)
