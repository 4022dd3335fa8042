/* mmap.c - mmap on s390x, which takes a struct.  */
/* SPDX-License-Identifier: MIT */

#include <alias.h>
#include <numbers.h>
#include <sys/mman.h>
#include <tg-error.h>
#include <trap.h>

/* struct s390_mmap_arg_struct, arch/s390/kernel/syscall.c.  */
void *
mmap (void *addr, size_t length, int prot, int flags, int fd, off_t offset)
{
  const long args[6] = { (long)addr, (long)length, prot, flags, fd, offset };
  return (void *)tg_return (tg_trap (TG_NR_mmap, (long)args, 0, 0, 0, 0));
}

TG_ALIASES (mmap)
