/* recvmmsg_time64.c - the answer where a machine has no door.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
recvmmsg_time64 (int fd, struct mmsghdr *vec, unsigned int vlen, int flags,
                 struct __kernel_timespec *timeout)
{
  return tg_nosys ();
}

TG_NOSYS (recvmmsg_time64)
