/* recvmmsg.c - over musl on x86_64: the kernel must see no dirty pad.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>

/* The kernel writes to every header that it fills, so the pads can be cleared
   where they are.  No more messages than the kernel itself looks at.  */
#define MAX_MESSAGES 1024

int
recvmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
	  struct timespec *timeout)
{
  for (unsigned int i = 0; vec && i < vlen && i < MAX_MESSAGES; i++)
    clear_pads (&vec[i].msg_hdr);
  return (int) tg_return (tg_trap (TG_NR_recvmmsg, fd, (long) vec, vlen, flags,
				   (long) timeout));
}

TG_ALIASES (recvmmsg)
