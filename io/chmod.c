/* chmod.c - the answer where a machine has no door to chmod.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/stat.h>

int
chmod (const char *path, mode_t mode)
{
  return tg_nosys ();
}

TG_NOSYS (chmod)
