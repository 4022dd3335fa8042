/* setsockopt.c - the answer where a machine has no door to setsockopt.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
setsockopt (int fd, int level, int optname, const void *optval,
            socklen_t optlen)
{
  return tg_nosys ();
}

TG_NOSYS (setsockopt)
