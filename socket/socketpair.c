/* socketpair.c - the answer where a machine has no door to socketpair.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
socketpair (int domain, int type, int protocol, int sv[2])
{
  return tg_nosys ();
}

TG_NOSYS (socketpair)
