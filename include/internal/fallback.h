/* fallback.h - the fallbacks that other C files call as well.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_FALLBACK_H
#define TG_FALLBACK_H

#include <calls.h>
#include <paths.h>

/* A time as the first recvmmsg took it: two words.  */
struct tg_time
{
  long sec, nsec;
};

/* recvmmsg and sendmmsg where the kernel lacks them; set errno.  */
extern int __tg_fallback_recvmmsg (int fd, struct mmsghdr *vec,
				   unsigned int vlen, unsigned int flags,
				   struct tg_time *timeout) TG_FALLBACK;
extern int __tg_fallback_sendmmsg (int fd, struct mmsghdr *vec,
				   unsigned int vlen, unsigned int flags)
  TG_FALLBACK;

/* Did all of MSG go?  A stream takes part of a message at a signal, or if it
   does not block; the kernel (since 4.9) then sends no further one, which
   would land in the middle.  It has just read the vector, so C can.  */
static inline int
tg_whole (const struct msghdr *msg, long sent)
{
  unsigned long size = 0;
  for (unsigned long i = 0; i < (unsigned long) msg->msg_iovlen; i++)
    size += msg->msg_iov[i].iov_len;
  return (unsigned long) sent >= size;
}

/* Is this a socket?  The kernel asks before it looks at any message.  */
static inline long
tg_check_socket (long fd)
{
  int type, size = sizeof type;
  const long args[6]
    = { fd, SOL_SOCKET, SO_TYPE, (long) &type, (long) &size };
  return tg_call (TG_NR_getsockopt, TG_OP_getsockopt, args);
}

#endif
