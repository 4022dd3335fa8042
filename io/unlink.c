/* unlink.c - the answer where a machine has no door to unlink.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <unistd.h>

int
unlink (const char *path)
{
  return tg_nosys ();
}

TG_NOSYS (unlink)
