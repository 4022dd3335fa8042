/* fallback-probe.c - how often is the kernel asked whether it has a call?  */
/* SPDX-License-Identifier: MIT */

/* Each call's own EINVAL, or what looks like it, five times; fallback.sh
   counts in strace's output what is asked with descriptor -1.  */

#define _GNU_SOURCE 1
#include <sys/socket.h>

int
main (void)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  struct mmsghdr *none = 0;
  for (int i = 0; i < 5; i++)
    {
      accept4 (fd, 0, 0, SOCK_CLOEXEC);
      sendmmsg (fd, none, 0, 0);
      recvmmsg (fd, none, 0, 0, 0);
    }
  return fd < 0;
}
