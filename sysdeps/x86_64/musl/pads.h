/* pads.h - padding in musl's structs where the kernel has 64-bit lengths.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_PADS_H
#define TG_PADS_H

/* POSIX requires int msg_iovlen, and socklen_t msg_controllen and cmsg_len;
   the kernel of a 64-bit architecture reads 8 bytes at each.  musl has padding
   next to each field, which programs need not clear: if it is not zero, the
   kernel returns EMSGSIZE, or takes the control length for gigabytes.  */

#define _GNU_SOURCE 1
#include <stddef.h>
#include <sys/socket.h>
#include <user.h>

/* Is the header of MESSAGE readable?  One probe per page: *PAGE is the page
   known to be readable, and is updated.  */
static inline int
header_readable (const struct mmsghdr *message, unsigned long *page)
{
  const char *last = (const char *)&message->msg_hdr.msg_flags;
  if ((unsigned long)last / 4096 != *page && !tg_readable (last - 4))
    return 0;
  *page = (unsigned long)last / 4096;
  return 1;
}

/* Copies a header, whose padding is then zero.  gcc -Os would copy 4 bytes at
   a time.  FROM is read once, since another thread may change it.  */
static inline void
copy_header (struct msghdr *to, const struct msghdr *from)
{
  typedef long pair __attribute__ ((vector_size (16), aligned (8), may_alias));
  typedef long one __attribute__ ((may_alias));
  _Static_assert (sizeof *to == 3 * sizeof (pair) + sizeof (one), "musl's");
  pair *target = (pair *)to;
  const pair *source = (const pair *)from;
  for (int i = 0; i < 3; i++)
    target[i] = source[i];
  *(one *)(target + 3) = *(const one *)(source + 3);
  __asm__ ("" : "+m"(*to));
  to->__pad1 = to->__pad2 = 0;
}

static inline void
clear_padding (struct msghdr *msg)
{
  if (msg->__pad1 != 0 || msg->__pad2 != 0)
    msg->__pad1 = msg->__pad2 = 0;
}

/* sendmsg with a copy of the header whose padding is zero.  Returns the
   kernel's result.  */
extern long __tg_send_clean (int fd, const struct msghdr *msg, int flags)
    __attribute__ ((visibility ("hidden")));

/* Is there nonzero padding in the control area?  To be called only after the
   kernel has returned EINVAL: it rejects such a cmsg_len before it does
   anything.  Returns 0 also if the area is not readable.  */
extern int __tg_padding_in_control (const struct msghdr *msg)
    __attribute__ ((visibility ("hidden")));

#endif
