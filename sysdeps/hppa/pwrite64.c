/* pwrite64.c - pwrite64 on hppa, which takes the high word first.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>
#include <unistd.h>

ssize_t
pwrite64 (int fd, const void *buf, size_t count, loff_t offset)
{
  return tg_return (tg_trap (TG_NR_pwrite64, fd, (long)buf, (long)count,
                             (long)(offset >> 32), (long)offset));
}

TG_ALIASES (pwrite64)
