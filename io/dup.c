/* dup.c - the answer where a machine has no door to dup.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
dup (int fd)
{
  return tg_nosys ();
}

TG_NOSYS (dup)
