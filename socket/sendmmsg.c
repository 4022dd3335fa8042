/* sendmmsg.c - the answer where a machine has no door to sendmmsg.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
sendmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, TG_MMSG_FLAGS flags)
{
  return tg_nosys ();
}

TG_NOSYS (sendmmsg)
