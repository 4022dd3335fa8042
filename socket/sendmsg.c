/* sendmsg.c - the answer where a machine has no door to sendmsg.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

ssize_t
sendmsg (int fd, const struct msghdr *msg, int flags)
{
  return tg_nosys ();
}

TG_NOSYS (sendmsg)
