/* poll.c - the answer where a machine has no door to poll.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <poll.h>

int
poll (struct pollfd *fds, nfds_t nfds, int timeout)
{
  return tg_nosys ();
}

TG_NOSYS (poll)
