/* recvmmsg.c - recvmmsg with musl on x86_64: clears the padding first.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <fallback.h>

/* The kernel writes to every header that it fills in, so the padding can be
   cleared in place, as far as the vector is readable: the kernel may stop
   earlier, and the rest of the vector need not exist.  */
static void
clear_vector (struct mmsghdr *vec, unsigned int vlen)
{
  unsigned long page = (unsigned long)vec / 4096;
  for (unsigned int i = 0; vec && i < vlen; i++)
    {
      if (!header_readable (vec + i, &page))
        break;
      clear_padding (&vec[i].msg_hdr);
    }
}

int
recvmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
          struct timespec *timeout)
{
  clear_vector (vec, vlen);
  const long args[6] = { fd, (long)vec, vlen, flags, (long)timeout };
  long result = tg_trap_blocking (TG_NR_recvmmsg, args);
  if (result == -ENOSYS)
    return __tg_fallback_recvmmsg (fd, vec, vlen, flags,
                                   (struct tg_time *)timeout);
  return (int)tg_return (result);
}

TG_ALIASES (recvmmsg)
