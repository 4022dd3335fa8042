/* poll.c - poll by ppoll.  */
/* SPDX-License-Identifier: MIT */

#include <poll.h>
#include <substitute.h>
#include <time.h>

#define MILLION 1000000

int
poll (struct pollfd *fds, nfds_t nfds, int timeout)
{
  struct timespec time = { timeout / 1000, (long)(timeout % 1000) * MILLION };
  return (int)tg_return (tg_trap (TG_NR_ppoll, (long)fds, (long)nfds,
                                  timeout < 0 ? 0 : (long)&time, 0, 0));
}

TG_ALIASES (poll)
