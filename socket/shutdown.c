/* shutdown.c - the answer where a machine has no door to shutdown.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/socket.h>

int
shutdown (int fd, int how)
{
  return tg_nosys ();
}

TG_NOSYS (shutdown)
