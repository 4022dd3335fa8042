/* mkdir.c - mkdir by mkdirat.  */
/* SPDX-License-Identifier: MIT */

#include <substitute.h>
#include <sys/stat.h>

int
mkdir (const char *path, mode_t mode)
{
  return (int)tg_at (TG_NR_mkdirat, path, (long)mode, 0);
}

TG_ALIASES (mkdir)
