/* connect.c - the answer where a machine has no door to connect.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
connect (int fd, const struct sockaddr *addr, socklen_t addrlen)
{
  return tg_nosys ();
}

TG_NOSYS (connect)
