/* geteuid.c - on i386 by geteuid32: the call of that number has 16 bits.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <trap.h>
#include <unistd.h>

uid_t
geteuid (void)
{
  return (uid_t)tg_trap (TG_NR_geteuid32, 0, 0, 0, 0, 0);
}

TG_ALIASES (geteuid)
