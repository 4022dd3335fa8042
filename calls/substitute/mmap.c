/* mmap.c - mmap by mmap2.  */
/* SPDX-License-Identifier: MIT */

/* For architectures without the older call; one whose older call takes a
   struct includes this file.  */

#include <alias.h>
#include <errno.h>
#include <sys/mman.h>

/* mmap2 counts the offset in units of 4096 bytes, whatever the page size.  */
#define UNIT 4096

void *
mmap (void *addr, size_t length, int prot, int flags, int fd, off_t offset)
{
  if (offset & (UNIT - 1))
    {
      errno = EINVAL;
      return MAP_FAILED;
    }
  return mmap2 (addr, length, prot, flags, fd, (unsigned long)offset / UNIT);
}

TG_ALIASES (mmap)
