/* recvmsg.c - with musl on x86_64: the kernel must see no dirty pad.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <numbers.h>
#include <tg-error.h>
#include <trap.h>

ssize_t
recvmsg (int fd, struct msghdr *msg, int flags)
{
  if (!msg)
    return tg_return (tg_trap (TG_NR_recvmsg, fd, 0, flags, 0, 0));
  struct msghdr clean = *msg;
  clear_pads (&clean);
  long result = tg_trap (TG_NR_recvmsg, fd, (long)&clean, flags, 0, 0);
  /* As the kernel writes them, so that what it received into the header itself
     stays: no length of a name that was not asked for, and the other 8 bytes
     that it has for the length of the control area.  */
  if (result >= 0)
    {
      if (clean.msg_name)
        msg->msg_namelen = clean.msg_namelen;
      msg->msg_controllen = clean.msg_controllen;
      msg->__pad2 = 0;
      msg->msg_flags = clean.msg_flags;
    }
  return tg_return (result);
}

TG_ALIASES (recvmsg)
