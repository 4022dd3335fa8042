/* recvmsg.c - the answer where a machine has no door to recvmsg.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

ssize_t
recvmsg (int fd, struct msghdr *msg, int flags)
{
  return tg_nosys ();
}

TG_NOSYS (recvmsg)
