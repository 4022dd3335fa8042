/* chdir.c - the answer where a machine has no door to chdir.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
chdir (const char *path)
{
  return tg_nosys ();
}

TG_NOSYS (chdir)
