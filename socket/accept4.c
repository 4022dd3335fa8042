/* accept4.c - the answer where a machine has no door to accept4.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
accept4 (int fd, struct sockaddr *restrict addr, socklen_t *restrict addrlen,
         int flags)
{
  return tg_nosys ();
}

TG_NOSYS (accept4)
