/* accept.c - the answer where a machine has no door to accept.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
accept (int fd, struct sockaddr *restrict addr, socklen_t *restrict addrlen)
{
  return tg_nosys ();
}

TG_NOSYS (accept)
