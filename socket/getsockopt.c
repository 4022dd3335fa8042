/* getsockopt.c - the answer where a machine has no door to getsockopt.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
getsockopt (int fd, int level, int optname, void *restrict optval,
            socklen_t *restrict optlen)
{
  return tg_nosys ();
}

TG_NOSYS (getsockopt)
