/* dup3.c - the answer where a machine has no door to dup3.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
dup3 (int fd, int other, int flags)
{
  return tg_nosys ();
}

TG_NOSYS (dup3)
