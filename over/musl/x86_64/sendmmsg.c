/* sendmmsg.c - over musl on x86_64: the kernel must see no dirty pad.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <fallback.h>

/* No more messages than the kernel itself looks at.  The kernel writes
   msg_len beside each header, so a dirty pad can be cleared where it is; a
   control area cannot, it is the program's to share or to have read-only.  */
#define MAX_MESSAGES 1024

int
sendmmsg (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags)
{
  unsigned int done = 0;
  if (vlen > MAX_MESSAGES)
    vlen = MAX_MESSAGES;
  __tg_clear_vector (vec, vlen);
  for (;;)
    {
      long result = tg_trap (TG_NR_sendmmsg, fd, (long)(vec + done),
                             vlen - done, flags, 0);
      if (result == -ENOSYS && (!vec || vlen == 0))
        return __tg_fallback_sendmmsg (fd, vec, vlen, flags);
      if (result > 0)
        {
          done += (unsigned int)result;
          if (!tg_whole (&vec[done - 1].msg_hdr, vec[done - 1].msg_len))
            return (int)done;
        }
      /* The kernel stops at the message that failed, and tells why only if
         it is the first: it may have been a pad in the control area.  One
         before 3.0 sends none, so all go one by one.  */
      if (result != -ENOSYS
          && (!vec || done == vlen
              || !__tg_dirty_control (&vec[done].msg_hdr)))
        return done ? (int)done : (int)tg_return (result);
      result = __tg_send_clean (fd, &vec[done].msg_hdr, (int)flags);
      if (result < 0)
        return done ? (int)done : (int)tg_return (result);
      vec[done++].msg_len = (unsigned int)result;
      if (done == vlen || !tg_whole (&vec[done - 1].msg_hdr, result))
        return (int)done;
    }
}

TG_ALIASES (sendmmsg)
