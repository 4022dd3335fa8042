/* rmdir.c - rmdir by unlinkat.  */
/* SPDX-License-Identifier: MIT */

#include <substitute.h>
#include <unistd.h>

int
rmdir (const char *path)
{
  return (int)tg_at (TG_NR_unlinkat, path, AT_REMOVEDIR, 0);
}

TG_ALIASES (rmdir)
