/* chmod.c - chmod by fchmodat.  */
/* SPDX-License-Identifier: MIT */

#include <substitute.h>
#include <sys/stat.h>

int
chmod (const char *path, mode_t mode)
{
  return (int)tg_at (TG_NR_fchmodat, path, (long)mode, 0);
}

TG_ALIASES (chmod)
