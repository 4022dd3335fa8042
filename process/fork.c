/* fork.c - the answer where a machine has no door to fork.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

pid_t
fork (void)
{
  return tg_nosys ();
}

TG_NOSYS (fork)
