/* getuid.c - on i386 by getuid32: the call of that number has 16 bits.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <trap.h>
#include <unistd.h>

uid_t
getuid (void)
{
  return (uid_t)tg_trap (TG_NR_getuid32, 0, 0, 0, 0, 0);
}

TG_ALIASES (getuid)
