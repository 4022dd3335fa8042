/* recv.c - the answer where a machine has no door to recv.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

ssize_t
recv (int fd, void *buf, size_t len, int flags)
{
  return tg_nosys ();
}

TG_NOSYS (recv)
