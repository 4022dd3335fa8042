/* unlink.c - unlink by unlinkat.  */
/* SPDX-License-Identifier: MIT */

#include <substitute.h>
#include <unistd.h>

int
unlink (const char *path)
{
  return (int)tg_at (TG_NR_unlinkat, path, 0, 0);
}

TG_ALIASES (unlink)
