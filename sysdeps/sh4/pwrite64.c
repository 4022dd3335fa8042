/* pwrite64.c - pwrite64 on sh4: the kernel has a word before the offset.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>
#include <unistd.h>

/* As if 64 bits came in an aligned pair, which they do not in C
   (arch/sh/kernel/sys_sh32.c).  */
ssize_t
pwrite64 (int fd, const void *buf, size_t count, loff_t offset)
{
  long result;
  __TG_TRAP_6 (result, TG_NR_pwrite64, fd, buf, count, 0, offset,
               offset >> 32);
  return tg_return (result);
}

TG_ALIASES (pwrite64)
