/* listen.c - the answer where a machine has no door to listen.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
listen (int fd, int backlog)
{
  return tg_nosys ();
}

TG_NOSYS (listen)
