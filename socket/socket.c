/* socket.c - the answer where a machine has no door to socket.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
socket (int domain, int type, int protocol)
{
  return tg_nosys ();
}

TG_NOSYS (socket)
