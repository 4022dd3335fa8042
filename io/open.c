/* open.c - the answer where a machine has no door to open.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <fcntl.h>

int
open (const char *path, int flags, ...)
{
  return tg_nosys ();
}

TG_NOSYS (open)
