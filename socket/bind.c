/* bind.c - the answer where a machine has no door to bind.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
bind (int fd, const struct sockaddr *addr, socklen_t addrlen)
{
  return tg_nosys ();
}

TG_NOSYS (bind)
