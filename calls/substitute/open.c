/* open.c - open by openat.  */
/* SPDX-License-Identifier: MIT */

#include <fcntl.h>
#include <stdarg.h>
#include <substitute.h>

int
open (const char *path, int flags, ...)
{
  long mode = 0;
  if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE)
    {
      va_list more;
      va_start (more, flags);
      mode = (long)va_arg (more, mode_t);
      va_end (more);
    }
  return (int)tg_at (TG_NR_openat, path, flags, mode);
}

TG_ALIASES (open)
