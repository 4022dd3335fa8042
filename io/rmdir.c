/* rmdir.c - the answer where a machine has no door to rmdir.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
rmdir (const char *path)
{
  return tg_nosys ();
}

TG_NOSYS (rmdir)
