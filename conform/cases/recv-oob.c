/* recv-oob.c - cases of recv: urgent data.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* Two connected by TCP; the first one has abC waiting, of which C is urgent,
   and after it d.  */
static void
urgent_pair (int fd[2], int in_line)
{
  need_setting ("ipv4/tcp_stdurg", 0, 0);
  tcp_pair (fd);
  set_int_option (fd[0], SOL_SOCKET, SO_OOBINLINE, in_line);
  MUST (send (fd[1], "abC", 3, MSG_OOB));
  MUST (send (fd[1], "d", 1, 0));
  wait_for (fd[0], POLLPRI);
}

/* Whether the next byte of FD is the urgent one.  */
static int
at_mark (int fd)
{
  int mark = -1;
  MUST (ioctl (fd, SIOCATMARK, &mark));
  return mark;
}

CASE (recv, oob_byte, "tcp(7)", "1.0")
{
  int fd[2];
  urgent_pair (fd, 0);
  FILLED (room);
  EXPECT_RET (recv (fd[0], room, 64, MSG_OOB), 1);
  EXPECT_EQ (room[0], 'C');
  EXPECT_UNTOUCHED (room + 1, room + sizeof room);
}

/* Neither again, nor in its place among the others.  */
CASE (recv, oob_once, "tcp(7)", "1.0")
{
  int fd[2];
  urgent_pair (fd, 0);
  EXPECT_RET (recv (fd[0], room, 1, MSG_OOB), 1);
  EXPECT_ERR (recv (fd[0], room, 1, MSG_OOB), EINVAL);
  EXPECT_RET (recv (fd[0], room, 64, 0), 2);
  EXPECT_RET (recv (fd[0], room, 1, MSG_WAITALL), 1);
  EXPECT_EQ (room[0], 'd');
}

CASE (recv, oob_peek, "tcp(7)", "2.2")
{
  int fd[2];
  urgent_pair (fd, 0);
  EXPECT_RET (recv (fd[0], room, 1, MSG_OOB | MSG_PEEK), 1);
  EXPECT_RET (recv (fd[0], room, 1, MSG_OOB), 1);
}

/* A receiving without the flag ends where the urgent byte was.  */
CASE (recv, oob_mark, "tcp(7)", "1.0")
{
  int fd[2];
  urgent_pair (fd, 0);
  EXPECT_EQ (at_mark (fd[0]), 0);
  EXPECT_RET (recv (fd[0], room, 64, 0), 2);
  EXPECT_EQ (at_mark (fd[0]), 1);
  EXPECT_RET (recv (fd[0], room, 1, MSG_WAITALL), 1);
  EXPECT_EQ (room[0], 'd');
  EXPECT_EQ (at_mark (fd[0]), 0);
}

CASE (recv, oob_inline, "socket(7)", "1.0")
{
  int fd[2];
  urgent_pair (fd, 1);
  EXPECT_ERR (recv (fd[0], room, 1, MSG_OOB), EINVAL);
  EXPECT_RET (recv (fd[0], room, 64, 0), 2);
  EXPECT_EQ (at_mark (fd[0]), 1);
  EXPECT_RET (recv (fd[0], room, 2, MSG_WAITALL), 2);
  EXPECT_BYTES (room, "Cd", 2);
}

CASE (recv, oob_in_msg_flags, "recv(2)", "2.2")
{
  struct iovec piece = { room, 64 };
  struct msghdr message;
  int fd[2];
  urgent_pair (fd, 0);
  FILLED (message);
  message.msg_name = NULL;
  message.msg_namelen = 0;
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = NULL;
  message.msg_controllen = 0;
  EXPECT_RET (recvmsg (fd[0], &message, MSG_OOB), 1);
  EXPECT_EQ (message.msg_flags, MSG_OOB);
}

CASE (recv, oob_none_tcp, "kernel net/ipv4/tcp.c", "1.0", NEEDS_NOTHING,
      "recv(2) does not have EINVAL for it")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (recv (fd[0], room, 1, MSG_OOB), EINVAL);
}

CASE (recv, oob_unix_dgram, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], room, 64, MSG_OOB), EOPNOTSUPP);
}

CASE (recv, oob_unix_seqpacket, "unix(7)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], room, 64, MSG_OOB), EOPNOTSUPP);
}

CASE (recv, oob_udp, "kernel net/ipv4/udp.c", "2.6.12", NEEDS_NOTHING,
      "recv(2) does not say where it is ignored")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_OOB), 3);
}

/* AF_UNIX streams, where the kernel is built with them.  */
CASE (recv, oob_unix_stream, "kernel net/unix/af_unix.c", "5.15",
      NEEDS_NOTHING, "unix(7) says that AF_UNIX does not support MSG_OOB")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  if (send (fd[1], "abC", 3, MSG_OOB) == -EOPNOTSUPP)
    SKIP ("the kernel is built without CONFIG_AF_UNIX_OOB");
  EXPECT_RET (recv (fd[0], room, 64, MSG_OOB), 1);
  EXPECT_EQ (room[0], 'C');
  EXPECT_ERR (recv (fd[0], room, 64, MSG_OOB), EINVAL);
  EXPECT_RET (recv (fd[0], room, 64, 0), 2);
}
