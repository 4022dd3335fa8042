/* first.c - a program that makes two calls after those of its start-up.  */
/* SPDX-License-Identifier: MIT */

#include <errno.h>
#include <sys/auxv.h>
#include <unistd.h>

/* Exits with 0, or on i386 with 3 if there is no AT_SYSINFO.  */
int
main (void)
{
  if (getpid () <= 1)
    return 1;
#ifdef __i386__
  errno = 0;
  unsigned long sysinfo = getauxval (AT_SYSINFO), slot;
  __asm__ volatile ("mov %%gs:0x10, %0" : "=r"(slot));
  if (slot == 0 || (sysinfo != 0 && sysinfo != slot))
    return 2;
  if (sysinfo == 0)
    return errno == ENOENT ? 3 : 2;
#endif
  return 0;
}
