/* pipe2.c - the answer where a machine has no door to pipe2.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
pipe2 (int fds[2], int flags)
{
  return tg_nosys ();
}

TG_NOSYS (pipe2)
