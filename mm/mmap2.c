/* mmap2.c - the answer where a machine has no door to mmap2.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/mman.h>

void *
mmap2 (void *addr, size_t length, int prot, int flags, int fd,
       unsigned long pgoffset)
{
  return (void *)tg_nosys ();
}

TG_NOSYS (mmap2)
