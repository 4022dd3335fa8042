/* send.c - the answer where a machine has no door to send.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

ssize_t
send (int fd, const void *buf, size_t len, int flags)
{
  return tg_nosys ();
}

TG_NOSYS (send)
