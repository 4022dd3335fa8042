/* recvmmsg.c - over musl on x86_64: the kernel must see no dirty pad.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <fallback.h>

/* The kernel writes to every header that it fills, so the pads can be cleared
   where they are.  */

int
recvmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
          struct timespec *timeout)
{
  __tg_clear_vector (vec, vlen);
  long result
      = tg_trap (TG_NR_recvmmsg, fd, (long)vec, vlen, flags, (long)timeout);
  if (result == -ENOSYS)
    return __tg_fallback_recvmmsg (fd, vec, vlen, flags,
                                   (struct tg_time *)timeout);
  return (int)tg_return (result);
}

TG_ALIASES (recvmmsg)
