/* fcntl.c - the answer where a machine has no door to fcntl.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <fcntl.h>

int
fcntl (int fd, int cmd, ...)
{
  return tg_nosys ();
}

TG_NOSYS (fcntl)
