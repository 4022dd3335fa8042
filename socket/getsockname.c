/* getsockname.c - the answer where a machine has no door to getsockname.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
getsockname (int fd, struct sockaddr *restrict addr,
             socklen_t *restrict addrlen)
{
  return tg_nosys ();
}

TG_NOSYS (getsockname)
