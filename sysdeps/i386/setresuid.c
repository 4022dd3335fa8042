/* setresuid.c - on i386 by setresuid32: its own number has 16 bits.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>
#include <unistd.h>

int
setresuid (uid_t real, uid_t effective, uid_t saved)
{
  return (int)tg_return (tg_trap (TG_NR_setresuid32, (long)real,
                                  (long)effective, (long)saved, 0, 0));
}

TG_ALIASES (setresuid)
