/* recvmsg.c - 64-bit times in control data, for 32-bit Linux before 5.1.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here, before its call, once setsockopt.c has enabled
   timestamps with 32-bit times in place of those with 64-bit times, which
   Linux 5.1 introduced, or since a program with 64-bit times set their option
   by number.  As in glibc and musl, the time in 64 bits is appended to the
   control data, and the other message remains; MSG_CTRUNC is set if there is
   no room for both.

   Remove once the minimum kernel is 5.1.

   The times of SO_TIMESTAMPING are appended as well, which glibc and musl do
   not.

   Limitations: nothing is appended if timestamps with 32-bit times were
   enabled by code with 32-bit times in the same program, or by another
   program, from which this one has the socket.  glibc, and musl in recvmsg,
   append the time on every kernel then, also after Linux 5.1.  */

#include <errno.h>
#include <paths.h>
#include <stddef.h>
#include <times.h>
#include <user.h>

/* A message with SO_TIMESTAMPING has three times.  */
#define MOST_TIMES 3

extern ssize_t __tg_again_recvmsg (int fd, struct msghdr *msg,
                                   int flags) TG_AGAIN;

unsigned long
__tg_control_room (const struct msghdr *msg)
{
  _Static_assert (offsetof (struct msghdr, msg_controllen)
                      == offsetof (struct msghdr, msg_control) + sizeof (long),
                  "both in eight bytes");
  return tg_readable (&msg->msg_control) ? msg->msg_controllen : 0;
}

/* The option for 64-bit times of control messages of type TYPE, and the number
   of times in one.  */
static int
times_in (int type, unsigned *count)
{
  *count = type == SO_TIMESTAMPING_OLD ? MOST_TIMES : 1;
  switch (type)
    {
    case SO_TIMESTAMP_OLD:
      return SO_TIMESTAMP_NEW;
    case SO_TIMESTAMPNS_OLD:
      return SO_TIMESTAMPNS_NEW;
    case SO_TIMESTAMPING_OLD:
      return SO_TIMESTAMPING_NEW;
    default:
      return 0;
    }
}

/* Appends the COUNT times in ONE as a message of TYPE.  If the memory is not
   writable, the kernel loses the message, and returns no error.  */
static void
append (struct msghdr *msg, unsigned long room, const struct cmsghdr *one,
        int type, unsigned count)
{
  unsigned long end = msg->msg_controllen;
  unsigned size = count * (unsigned)sizeof (struct tg_new_time);
  if (end > room || room - end < CMSG_SPACE (size))
    {
      msg->msg_flags |= MSG_CTRUNC;
      return;
    }
  struct cmsghdr *more = (void *)((char *)msg->msg_control + end);
  if (!tg_writable_object (more, CMSG_SPACE (size)))
    return;
  more->cmsg_len = CMSG_LEN (size);
  more->cmsg_level = SOL_SOCKET;
  more->cmsg_type = type;
  const struct tg_old_time *from = (const void *)CMSG_DATA (one);
  struct tg_new_time *to = (void *)CMSG_DATA (more);
  for (unsigned i = 0; i < count; i++)
    {
      to[i].sec = from[i].sec;
      to[i].part = from[i].part;
    }
  msg->msg_controllen = end + CMSG_SPACE (size);
}

void
__tg_append_times (struct msghdr *msg, unsigned long room)
{
  unsigned long end = msg->msg_controllen, at = 0;
  while (end - at >= sizeof (struct cmsghdr))
    {
      const struct cmsghdr *one
          = (const void *)((const char *)msg->msg_control + at);
      unsigned count;
      int type = times_in (one->cmsg_type, &count);
      if (one->cmsg_len < sizeof *one || one->cmsg_len > end - at)
        return;
      if (one->cmsg_level == SOL_SOCKET && type
          && one->cmsg_len >= CMSG_LEN (count * sizeof (struct tg_old_time)))
        append (msg, room, one, type, count);
      if (end - at <= CMSG_ALIGN (one->cmsg_len))
        return;
      at += CMSG_ALIGN (one->cmsg_len);
    }
}

TG_FALLBACK ssize_t
__tg_fallback_recvmsg (int fd, struct msghdr *msg, int flags)
{
  unsigned long room = __tg_control_room (msg);
  ssize_t result = __tg_again_recvmsg (fd, msg, flags);
  if (result >= 0)
    __tg_append_times (msg, room);
  return result;
}
