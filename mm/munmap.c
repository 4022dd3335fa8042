/* munmap.c - the answer where a machine has no door to munmap.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/mman.h>

int
munmap (void *addr, size_t length)
{
  return tg_nosys ();
}

TG_NOSYS (munmap)
