/* sendmmsg.c - sendmmsg with musl on x86_64: clears padding in a copy.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <fallback.h>
#include <user.h>

/* The kernel sends at most this many messages per call.  The program may share
   the vector and the control areas, or map them read-only, so nonzero padding
   is cleared in a copy, and that message is sent by itself.  Each system call
   is a cancellation point, as in musl, which sends all messages one by one. */
#define MAX_MESSAGES 1024

/* The number of messages before the first with nonzero padding in its header.
   A header that is not readable is left for the kernel to reject.  */
static unsigned int
clean_run (const struct mmsghdr *vec, unsigned int vlen)
{
  unsigned long page = (unsigned long)vec / 4096;
  for (unsigned int i = 0; vec && i < vlen; i++)
    {
      if (!header_readable (vec + i, &page))
        break;
      if (vec[i].msg_hdr.__pad1 != 0 || vec[i].msg_hdr.__pad2 != 0)
        return i;
    }
  return vlen;
}

/* Sends one message and writes its length, as the kernel does.  */
static long
send_one (int fd, struct mmsghdr *message, unsigned int flags)
{
  long result = __tg_send_clean (fd, &message->msg_hdr, (int)flags);
  if (result < 0)
    return result;
  if (!tg_writable_4 (&message->msg_len))
    return -EFAULT;
  message->msg_len = (unsigned int)result;
  return result;
}

int
sendmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags)
{
  unsigned int done = 0;
  if (vlen > MAX_MESSAGES)
    vlen = MAX_MESSAGES;
  for (;;)
    {
      unsigned int run = clean_run (vec + done, vlen - done);
      if (run > 0 || vlen == 0)
        {
          const long args[6] = { fd, (long)(vec + done), run, flags };
          long result = tg_trap_blocking (TG_NR_sendmmsg, args);
          if (result == -ENOSYS && (!vec || vlen == 0))
            return __tg_fallback_sendmmsg (fd, vec, vlen, flags);
          done += result > 0 ? (unsigned int)result : 0;
          if (result > 0
              && !tg_whole (&vec[done - 1].msg_hdr, vec[done - 1].msg_len))
            return (int)done;
          /* The kernel stops at the message that failed, and returns the error
             only if it is the first: padding in the control area may be the
             cause.  A kernel before 3.0 sends none, so all go one by one.  */
          if (done == vlen
              || !(result == run || result == -ENOSYS
                   || (vec && __tg_padding_in_control (&vec[done].msg_hdr))))
            return done ? (int)done : (int)tg_return (result);
        }
      long sent = send_one (fd, vec + done, flags);
      if (sent < 0)
        return done ? (int)done : (int)tg_return (sent);
      done++;
      if (done == vlen || !tg_whole (&vec[done - 1].msg_hdr, sent))
        return (int)done;
    }
}

TG_ALIASES (sendmmsg)
