/* sendto.c - the answer where a machine has no door to sendto.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

ssize_t
sendto (int fd, const void *buf, size_t len, int flags,
        const struct sockaddr *addr, socklen_t addrlen)
{
  return tg_nosys ();
}

TG_NOSYS (sendto)
