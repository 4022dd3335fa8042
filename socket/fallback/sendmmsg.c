/* sendmmsg.c - sendmmsg by sendmsg, for Linux before 3.0.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here on ENOSYS from either path, and on EINVAL from
   socketcall, which an older kernel returns for an operation that it lacks.
   Linux 3.0 introduced both the number and the operation (i386, x86_64), so
   the other path cannot help.

   Each message is a cancellation point, as in musl, which always sends them
   one by one on 64-bit architectures: a thread that is cancelled while one
   waits has sent those before it.

   Remove once the minimum kernel is 3.0.

   Limitations: the messages are sent one by one, so a signal may arrive
   between two of them; if its handler has SA_RESTART, the call goes on,
   whereas in the kernel it returns the messages sent so far.  */

#include <fallback.h>
#include <user.h>

/* The kernel sends at most this many per call (UIO_MAXIOV).  */
#define MAX_MESSAGES 1024

static long
emulate (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags)
{
  unsigned int done = 0;
  long result = vlen == 0 ? tg_check_socket (fd) : 0;
  for (; done < vlen && done < MAX_MESSAGES; done++)
    {
      const long args[6] = { fd, (long)&vec[done].msg_hdr, (long)flags };
      result = tg_call_blocking (TG_NR_sendmsg, TG_OP_sendmsg, args);
      if (result >= 0 && !tg_writable_4 (&vec[done].msg_len))
        result = -EFAULT;
      if (result < 0)
        break;
      vec[done].msg_len = (unsigned int)result;
      if (!tg_whole (&vec[done].msg_hdr, result))
        return (long)done + 1;
    }
  return done ? (long)done : result;
}

int
__tg_fallback_sendmmsg (int fd, struct mmsghdr *vec, unsigned int vlen,
                        unsigned int flags)
{
  /* With socketcall alone, EINVAL may be the result of the call itself.  */
  if (!TG_DIRECT && tg_op_present (TG_OP_sendmmsg))
    return (int)tg_return (-EINVAL);
  return (int)tg_return (emulate (fd, vec, vlen, flags));
}
