/* mmap.c - the answer where a machine has no door to mmap.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/mman.h>

void *
mmap (void *addr, size_t length, int prot, int flags, int fd, off_t offset)
{
  return (void *)tg_nosys ();
}

TG_NOSYS (mmap)
