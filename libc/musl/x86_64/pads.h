/* pads.h - the pads in musl's structs where the kernel has 64-bit lengths.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_PADS_H
#define TG_PADS_H

/* POSIX wants int msg_iovlen and socklen_t msg_controllen and cmsg_len;
   the kernel of a 64-bit architecture reads 8 bytes at each. musl puts a
   pad beside each field, and nobody makes a program clear it: with dirt
   there the kernel answers EMSGSIZE, or trusts a control length of
   gigabytes.  */

#define _GNU_SOURCE 1
#include <stddef.h>
#include <sys/socket.h>
#include <user.h>

/* Can the header of MESSAGE be read?  The kernel is asked once for each
   further page; PAGE is that of the header before.  */
static inline int
header_readable (const struct mmsghdr *message, unsigned long *page)
{
  const char *last = (const char *)&message->msg_hdr.msg_flags;
  if ((unsigned long)last / 4096 != *page && !tg_readable (last - 4))
    return 0;
  *page = (unsigned long)last / 4096;
  return 1;
}

static inline void
clear_pads (struct msghdr *msg)
{
  if (msg->__pad1 != 0 || msg->__pad2 != 0)
    msg->__pad1 = msg->__pad2 = 0;
}

/* sendmsg by a clean copy of the header: the kernel's result.  */
extern long __tg_send_clean (int fd, const struct msghdr *msg, int flags)
    __attribute__ ((visibility ("hidden")));

/* Is there dirt in the pads of the control area?  Ask only when the kernel
   has answered EINVAL: it refuses such a cmsg_len before anything else
   happens.  0 also where the area cannot be read.  */
extern int __tg_dirty_control (const struct msghdr *msg)
    __attribute__ ((visibility ("hidden")));

#endif
