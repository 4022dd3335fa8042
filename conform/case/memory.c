/* memory.c - memory that is shared, or in reach of 32-bit pointers.  */
/* SPDX-License-Identifier: MIT */

#include "memory.h"
#include "out.h"

#include <sys/mman.h>

#include <max-errno.h>

static void *
map (unsigned long at, unsigned long size, int flags)
{
  void *got = mmap ((void *)at, size, PROT_READ | PROT_WRITE,
                    flags | MAP_ANONYMOUS, -1, 0);
  return (unsigned long)got < -(unsigned long)MAX_ERRNO ? got : 0;
}

void *
shared_memory (unsigned long size)
{
  void *got = map (0, size, MAP_SHARED);
  if (!got)
    die ("no memory for the results", "");
  return got;
}

void *
private_memory (unsigned long size)
{
  return map (0, size, MAP_PRIVATE);
}

void *
low_memory (unsigned long size)
{
  /* Addresses that programs leave free; if one is in use, the kernel
     returns another, which may be too high.  */
  for (unsigned long at = 0x30000000; at < 0xb0000000; at += 0x10000000)
    {
      void *got = map (at, size, MAP_PRIVATE);
      unsigned long long end = (unsigned long)got + size;
      if (got && end <= 0xffffffff)
        return got;
    }
  return 0;
}
