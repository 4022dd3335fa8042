/* ftruncate64.c - ftruncate64 on hppa, which takes the high word first.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>
#include <unistd.h>

int
ftruncate64 (int fd, loff_t length)
{
  return (int)tg_return (tg_trap (TG_NR_ftruncate64, fd, (long)(length >> 32),
                                  (long)length, 0, 0));
}

TG_ALIASES (ftruncate64)
