/* link.c - link by linkat.  */
/* SPDX-License-Identifier: MIT */

#include <substitute.h>
#include <unistd.h>

int
link (const char *oldpath, const char *newpath)
{
  return (int)tg_at (TG_NR_linkat, oldpath, AT_FDCWD, (long)newpath);
}

TG_ALIASES (link)
