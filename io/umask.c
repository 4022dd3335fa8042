/* umask.c - the answer where a machine has no door to umask.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/stat.h>

mode_t
umask (mode_t mask)
{
  return (mode_t)tg_nosys ();
}

TG_NOSYS (umask)
