/* fallback-probe.c - calls that make the fallbacks probe the kernel.  */
/* SPDX-License-Identifier: MIT */

/* Makes each call fail with an ordinary EINVAL, or one that looks like it,
   five times; fallback.sh counts the probes, which have descriptor -1, in
   strace's output.  */

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
