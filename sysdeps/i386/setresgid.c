/* setresgid.c - on i386 by setresgid32: its own number has 16 bits.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>
#include <unistd.h>

int
setresgid (gid_t real, gid_t effective, gid_t saved)
{
  return (int)tg_return (tg_trap (TG_NR_setresgid32, (long)real,
                                  (long)effective, (long)saved, 0, 0));
}

TG_ALIASES (setresgid)
