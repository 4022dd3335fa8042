/* sendmmsg.c - by sendmsg, for Linux before 3.0.  */
/* SPDX-License-Identifier: MIT */

/* The stub comes here on ENOSYS of the direct path, or of the operation, or on
   EINVAL of the operation, which an old kernel says to one that it does not
   know.  Number and operation are both of 3.0 (i386, x86_64), so the other
   path is no help.  May go when no kernel before 3.0 matters.

   Limitations: messages leave one by one, a signal may come between them, and
   one whose handler has SA_RESTART does not end the call after the first
   message, as it does in the kernel.  */

#include <fallback.h>
#include <user.h>

/* The kernel sends no more at once.  */
#define MAX_MESSAGES 1024

static long
emulate (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags)
{
  unsigned int done = 0;
  long result = vlen == 0 ? tg_check_socket (fd) : 0;
  for (; done < vlen && done < MAX_MESSAGES; done++)
    {
      const long args[6] = { fd, (long)&vec[done].msg_hdr, (long)flags };
      result = tg_call (TG_NR_sendmsg, TG_OP_sendmsg, args);
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
  /* Through socketcall it may have been the call's own EINVAL.  */
  if (!TG_DIRECT && tg_op_present (TG_OP_sendmmsg))
    return (int)tg_return (-EINVAL);
  return (int)tg_return (emulate (fd, vec, vlen, flags));
}
