/* compare-control.c - a program whose result differs with musl.  */
/* SPDX-License-Identifier: MIT */

/* Sends a message with 2000 bytes of control data of an unknown level, which
   the kernel ignores on AF_UNIX.  musl 1.2.3 copies control data to clear its
   padding, has room for 1040 bytes, and fails with ENOMEM without a system
   call (src/network/sendmsg.c).  */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int
main (void)
{
  static union
  {
    struct cmsghdr align;
    char bytes[2000];
  } control;
  int ends[2];
  struct iovec part = { "x", 1 };
  struct msghdr message;
  memset (&message, 0, sizeof message);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = &control;
  message.msg_controllen = sizeof control;
  control.align.cmsg_len = sizeof control;
  control.align.cmsg_level = 4242;
  if (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends) < 0)
    return 2;
  if (sendmsg (ends[0], &message, 0) < 0)
    printf ("sendmsg: errno %d\n", errno);
  else
    puts ("sent");
  return 0;
}
