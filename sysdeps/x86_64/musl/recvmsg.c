/* recvmsg.c - recvmsg with musl on x86_64: clears the padding in a copy.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <cancel.h>
#include <numbers.h>
#include <tg-error.h>

static long
receive (int fd, struct msghdr *msg, int flags)
{
  const long args[6] = { fd, (long)msg, flags };
  return tg_trap_blocking (TG_NR_recvmsg, args);
}

/* A call that has received data is not cancelled, so the fields are written
   back.  */
ssize_t
recvmsg (int fd, struct msghdr *msg, int flags)
{
  if (!msg)
    return tg_return (receive (fd, NULL, flags));
  struct msghdr clean;
  copy_header (&clean, msg);
  long result = receive (fd, &clean, flags);
  /* Only the fields that the kernel writes, since it may have received data
     into the header itself: the length of the name only if there is a name,
     and all 8 bytes of the length of the control area.  */
  if (result < 0)
    return tg_return (result);
  if (clean.msg_name)
    msg->msg_namelen = clean.msg_namelen;
  msg->msg_controllen = clean.msg_controllen;
  msg->__pad2 = 0;
  msg->msg_flags = clean.msg_flags;
  return result;
}

TG_ALIASES (recvmsg)
