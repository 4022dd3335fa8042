/* prlimit64.c - the answer where a machine has no door to prlimit64.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/resource.h>

int
prlimit64 (pid_t pid, int resource, const struct rlimit64 *limit,
           struct rlimit64 *old)
{
  return tg_nosys ();
}

TG_NOSYS (prlimit64)
