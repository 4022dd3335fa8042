/* substitute.h - for C that makes a call by another call.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_SUBSTITUTE_H
#define TG_SUBSTITUTE_H

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>

/* The files in substitute/ serve architectures that have no number for a call.
   Those with asm-generic/unistd.h, which Linux 3.7 used first (aarch64), have
   none for calls that a newer one replaces.  */

/* linux/fcntl.h, the same on every architecture.  */
#ifndef AT_FDCWD
# define AT_FDCWD -100
#endif
#ifndef AT_REMOVEDIR
# define AT_REMOVEDIR 0x200
#endif

/* Makes call NUMBER, one of those ending in "at", for PATH as seen from the
   current directory.  */
static inline long
tg_at (long number, const char *path, long a, long b)
{
  return tg_return (tg_trap (number, AT_FDCWD, (long) path, a, b, 0));
}

#endif
