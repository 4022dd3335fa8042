/* link.c - the answer where a machine has no door to link.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
link (const char *oldpath, const char *newpath)
{
  return tg_nosys ();
}

TG_NOSYS (link)
