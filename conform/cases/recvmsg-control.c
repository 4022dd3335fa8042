/* recvmsg-control.c - cases of recvmsg: room for ancillary data.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Two of UDP; the first gets the TTL, an int, with abc that waits for it.  */
static void
ttl_pair (int fd[2])
{
  udp_pair (fd);
  set_int_option (fd[0], SOL_IP, IP_RECVTTL, 1);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
}

/* The result of recvmsg with CONTROL of *LENGTH; its flags in *FLAGS.  */
static long
receive (int fd, void *control, size_t *length, int *flags)
{
  static char room[64];
  struct iovec piece = { room, sizeof room };
  struct msghdr message;
  FILLED (message);
  message.msg_name = NULL;
  message.msg_namelen = 0;
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = *length;
  long got = recvmsg (fd, &message, MSG_DONTWAIT | (*flags & MSG_PEEK));
  *length = message.msg_controllen;
  *flags = message.msg_flags;
  return got;
}

static void
is_ttl (const struct cmsghdr *c)
{
  int ttl;
  EXPECT_EQ (c->cmsg_len, CMSG_LEN (sizeof ttl));
  EXPECT_EQ (c->cmsg_level, SOL_IP);
  EXPECT_EQ (c->cmsg_type, IP_TTL);
  memcpy (&ttl, CMSG_DATA (c), sizeof ttl);
  EXPECT_RANGE (ttl, 1, 255);
}

CASE (recvmsg, control, "cmsg(3)", "2.2")
{
  char control[128] __attribute__ ((aligned));
  size_t length = sizeof control;
  int fd[2], flags = 0;
  ttl_pair (fd);
  FILLED (control);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (length, CMSG_SPACE (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
  EXPECT_UNTOUCHED (control + length, control + sizeof control);
}

/* The second begins where the length of the first, rounded up, ends.  */
CASE (recvmsg, control_two, "kernel net/ipv4/ip_sockglue.c", "2.2")
{
  const size_t first = CMSG_SPACE (sizeof (int));
  char control[128] __attribute__ ((aligned));
  struct cmsghdr second;
  size_t length = sizeof control;
  int fd[2], flags = 0;
  ttl_pair (fd);
  set_int_option (fd[0], SOL_IP, IP_RECVTOS, 1);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (length, first + CMSG_SPACE (1));
  is_ttl ((struct cmsghdr *)control);
  memcpy (&second, control + first, sizeof second);
  EXPECT_EQ (second.cmsg_len, CMSG_LEN (1));
  EXPECT_EQ (second.cmsg_level, SOL_IP);
  EXPECT_EQ (second.cmsg_type, IP_TOS);
}

CASE (recvmsg, control_peeked, "cmsg(3)", "2.2")
{
  char control[64] __attribute__ ((aligned));
  size_t length = sizeof control;
  int fd[2], flags = MSG_PEEK;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  is_ttl ((struct cmsghdr *)control);
  length = sizeof control;
  FILLED (control);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  is_ttl ((struct cmsghdr *)control);
}

/* --- Just enough.  */

CASE (recvmsg, control_exact, "cmsg(3)", "2.2")
{
  size_t length = CMSG_SPACE (sizeof (int));
  char *control = guarded (length);
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (length, CMSG_SPACE (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
}

/* There need not be room for the padding after the data.  */
CASE (recvmsg, control_without_padding, "kernel net/core/scm.c", "3.8")
{
  char control[64] __attribute__ ((aligned));
  size_t length = CMSG_LEN (sizeof (int));
  int fd[2], flags = 0;
  ttl_pair (fd);
  FILLED (control);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (length, CMSG_LEN (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
  EXPECT_UNTOUCHED (control + length, control + sizeof control);
}

/* The length exceeds the buffer: no byte after it is accessed.  */
CASE (recvmsg, control_tail_unmapped, "kernel net/core/scm.c", "2.2")
{
  char *control = guarded (CMSG_SPACE (sizeof (int)));
  size_t length = 4096;
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (length, CMSG_SPACE (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
}

CASE (recvmsg, controllen_all_ones, "kernel net/core/scm.c", "2.6.12")
{
  char control[64] __attribute__ ((aligned));
  size_t length = (size_t)-1;
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (length, CMSG_SPACE (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
}

/* A size_t, of which the upper half counts as well.  */
CASE (recvmsg, controllen_high_half, "kernel net/core/scm.c", "2.6.12",
      NEEDS_WIDE)
{
  char control[64] __attribute__ ((aligned));
  size_t length = (size_t)0x100000000ULL;
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (length, CMSG_SPACE (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
}

/* --- Not enough.  */

CASE (recvmsg, control_cut_in_data, "cmsg(3)", "2.2")
{
  const size_t room = sizeof (struct cmsghdr) + 2;
  char control[64] __attribute__ ((aligned));
  size_t length = room;
  int fd[2], flags = 0;
  ttl_pair (fd);
  FILLED (control);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, MSG_CTRUNC);
  EXPECT_EQ (length, room);
  EXPECT_EQ (((struct cmsghdr *)control)->cmsg_len, room);
  EXPECT_UNTOUCHED (control + room, control + sizeof control);
}

CASE (recvmsg, control_shorter_than_header, "kernel net/core/scm.c", "2.2")
{
  char control[64];
  size_t length = sizeof (struct cmsghdr) - 1;
  int fd[2], flags = 0;
  ttl_pair (fd);
  FILLED (control);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, MSG_CTRUNC);
  EXPECT_EQ (length, 0);
  EXPECT_UNTOUCHED (control, control + sizeof control);
}

CASE (recvmsg, control_for_one_of_two, "cmsg(3)", "2.2")
{
  char control[64] __attribute__ ((aligned));
  size_t length = CMSG_SPACE (sizeof (int)) + sizeof (struct cmsghdr) - 1;
  int fd[2], flags = 0;
  ttl_pair (fd);
  set_int_option (fd[0], SOL_IP, IP_RECVTOS, 1);
  EXPECT_RET (receive (fd[0], control, &length, &flags), 3);
  EXPECT_EQ (flags, MSG_CTRUNC);
  EXPECT_EQ (length, CMSG_SPACE (sizeof (int)));
  is_ttl ((struct cmsghdr *)control);
}

CASE (recvmsg, controllen_zero, "cmsg(3)", "2.2")
{
  size_t length = 0;
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], BAD_POINTER, &length, &flags), 3);
  EXPECT_EQ (flags, MSG_CTRUNC);
  EXPECT_EQ (length, 0);
}

CASE (recvmsg, control_null, "kernel net/core/scm.c", "2.2")
{
  size_t length = 64;
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], NULL, &length, &flags), 3);
  EXPECT_EQ (flags, MSG_CTRUNC);
  EXPECT_EQ (length, 0);
}

/* The data is received nevertheless.  */
CASE (recvmsg, control_bad, "kernel net/core/scm.c", "2.2", NEEDS_NOTHING,
      "recv(2) has EFAULT for a receive buffer alone")
{
  size_t length = 64;
  int fd[2], flags = 0;
  ttl_pair (fd);
  EXPECT_RET (receive (fd[0], BAD_POINTER, &length, &flags), 3);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (length, 0);
}
