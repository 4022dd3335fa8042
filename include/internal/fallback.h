/* fallback.h - the fallbacks that other C files call, and what they share.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_FALLBACK_H
#define TG_FALLBACK_H

#include <calls.h>
#include <paths.h>

/* The timeout of recvmmsg, which is not recvmmsg_time64: two words.  */
struct tg_time
{
  long sec, nsec;
};

/* recvmmsg by recvmsg, whether the kernel has it or not.  Returns the number
   of messages, or a negated errno.  */
extern long __tg_emulate_recvmmsg (int fd, struct mmsghdr *vec,
				   unsigned int vlen, unsigned int flags,
				   struct tg_time *timeout) TG_FALLBACK;

/* recvmmsg and sendmmsg for kernels that lack them; both set errno.  */
extern int __tg_fallback_recvmmsg (int fd, struct mmsghdr *vec,
				   unsigned int vlen, unsigned int flags,
				   struct tg_time *timeout) TG_FALLBACK;
extern int __tg_fallback_sendmmsg (int fd, struct mmsghdr *vec,
				   unsigned int vlen, unsigned int flags)
  TG_FALLBACK;

/* Was all of MSG sent?  A stream socket may accept only part of a message, at
   a signal or when it is non-blocking; like the kernel since 4.9, the caller
   then sends no further message, which would follow a truncated one.  The
   kernel has just read the vector, so reading it here cannot fault.  */
static inline int
tg_whole (const struct msghdr *msg, long sent)
{
  unsigned long size = 0;
  for (unsigned long i = 0; i < (unsigned long) msg->msg_iovlen; i++)
    size += msg->msg_iov[i].iov_len;
  return (unsigned long) sent >= size;
}

/* Is FD a socket?  The kernel checks that before it reads any message.
   Returns a negated errno if not.  */
static inline long
tg_check_socket (long fd)
{
  int type, size = sizeof type;
  const long args[6]
    = { fd, SOL_SOCKET, SO_TYPE, (long) &type, (long) &size };
  return tg_call (TG_NR_getsockopt, TG_OP_getsockopt, args);
}

#endif
