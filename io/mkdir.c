/* mkdir.c - the answer where a machine has no door to mkdir.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/stat.h>

int
mkdir (const char *path, mode_t mode)
{
  return tg_nosys ();
}

TG_NOSYS (mkdir)
