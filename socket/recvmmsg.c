/* recvmmsg.c - the answer where a machine has no door to recvmmsg.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
recvmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, TG_MMSG_FLAGS flags,
          struct timespec *timeout)
{
  return tg_nosys ();
}

TG_NOSYS (recvmmsg)
