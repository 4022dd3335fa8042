/* mprotect.c - the answer where a machine has no door to mprotect.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/mman.h>

int
mprotect (void *addr, size_t length, int prot)
{
  return tg_nosys ();
}

TG_NOSYS (mprotect)
