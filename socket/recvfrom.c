/* recvfrom.c - the answer where a machine has no door to recvfrom.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

ssize_t
recvfrom (int fd, void *restrict buf, size_t len, int flags,
          struct sockaddr *restrict addr, socklen_t *restrict addrlen)
{
  return tg_nosys ();
}

TG_NOSYS (recvfrom)
