/* fallocate.c - fallocate on hppa, which takes the high word first.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>
#include <fcntl.h>

int
fallocate (int fd, int mode, loff_t offset, loff_t length)
{
  long result;
  __TG_TRAP_6 (result, TG_NR_fallocate, fd, mode, (long)(offset >> 32),
               (long)offset, (long)(length >> 32), (long)length);
  return (int)tg_return (result);
}

TG_ALIASES (fallocate)
