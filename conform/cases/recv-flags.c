/* recv-flags.c - cases of recv: MSG_PEEK, MSG_TRUNC and the others.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* --- MSG_PEEK.  */

CASE (recv, peek_unix_stream, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 2, MSG_PEEK), 2);
  EXPECT_RET (recv (fd[0], room, 64, MSG_PEEK), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_PEEK | MSG_DONTWAIT), EAGAIN);
}

CASE (recv, peek_unix_dgram, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 2, MSG_PEEK), 2);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_BYTES (room, "abc", 3);
}

CASE (recv, peek_tcp, "recv(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 3, MSG_PEEK), 3);
  EXPECT_RET (recv (fd[0], room, 3, MSG_PEEK), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
}

CASE (recv, peek_udp, "recv(2)", "1.0")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 2, MSG_PEEK), 2);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_BYTES (room, "abc", 3);
}

/* --- MSG_TRUNC: the full length of the message.  */

CASE (recv, trunc_unix_dgram, "recv(2)", "3.4")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  FILLED (room);
  MUST (send (fd[1], "0123456789", 10, 0));
  EXPECT_RET (recv (fd[0], room, 3, MSG_TRUNC), 10);
  EXPECT_BYTES (room, "012", 3);
  EXPECT_UNTOUCHED (room + 3, room + sizeof room);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, trunc_unix_seqpacket, "recv(2)", "3.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[1], "0123456789", 10, 0));
  EXPECT_RET (recv (fd[0], room, 3, MSG_TRUNC), 10);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, trunc_udp, "recv(2)", "2.6.8")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "0123456789", 10, 0));
  EXPECT_RET (recv (fd[0], room, 3, MSG_TRUNC), 10);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

/* The usual way to get the size of the next datagram.  */
CASE (recv, trunc_and_peek_of_nothing, "recv(2)", "3.4")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "0123456789", 10, 0));
  EXPECT_RET (recv (fd[0], NULL_POINTER, 0, MSG_TRUNC | MSG_PEEK), 10);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 10);
}

CASE (recv, trunc_and_peek_udp, "recv(2)", "2.6.8")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "0123456789", 10, 0));
  EXPECT_RET (recv (fd[0], NULL_POINTER, 0, MSG_TRUNC | MSG_PEEK), 10);
  EXPECT_RET (recv (fd[0], room, 64, 0), 10);
}

/* TCP discards the bytes; the buffer is not even accessed.  */
CASE (recv, trunc_tcp, "tcp(7)", "2.4")
{
  int fd[2];
  tcp_pair (fd);
  FILLED (room);
  MUST (send (fd[1], "abcdef", 6, 0));
  EXPECT_RET (recv (fd[0], room, 4, MSG_TRUNC | MSG_WAITALL), 4);
  EXPECT_UNTOUCHED (room, room + sizeof room);
  EXPECT_RET (recv (fd[0], room, 2, MSG_WAITALL), 2);
  EXPECT_BYTES (room, "ef", 2);
}

CASE (recv, trunc_unix_stream, "kernel net/unix/af_unix.c", "1.0",
      NEEDS_NOTHING, "recv(2) does not say that AF_UNIX streams ignore it")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abcdef", 6, 0));
  EXPECT_RET (recv (fd[0], room, 4, MSG_TRUNC), 4);
  EXPECT_BYTES (room, "abcd", 4);
}

/* --- MSG_WAITALL, as far as it does not wait.  */

CASE (recv, waitall_at_end, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 64, MSG_WAITALL), 3);
}

CASE (recv, waitall_at_end_of_tcp, "recv(2)", "2.2")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 64, MSG_WAITALL), 3);
}

CASE (recv, waitall_of_datagram, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  MUST (send (fd[1], "def", 3, 0));
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL), 3);
}

CASE (recv, waitall_and_dontwait, "kernel net/unix/af_unix.c", "2.6.12",
      NEEDS_NOTHING, "recv(2) does not say which of the two is stronger")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL | MSG_DONTWAIT), 3);
}

/* --- Flags of other calls mean nothing here.  */

CASE (recv, nosignal, "kernel net/socket.c", "2.2", NEEDS_NOTHING,
      "recv(2) does not name MSG_NOSIGNAL")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_NOSIGNAL), 3);
}

CASE (recv, flags_of_sending, "kernel net/socket.c", "2.2", NEEDS_NOTHING,
      "recv(2) does not say that other flags are ignored")
{
  const int flags
      = MSG_NOSIGNAL | MSG_DONTROUTE | MSG_CONFIRM | MSG_MORE | MSG_EOR;
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, flags), 3);
}

CASE (recv, flags_of_sending_tcp, "kernel net/socket.c", "2.2", NEEDS_NOTHING,
      "recv(2) does not say that other flags are ignored")
{
  const int flags
      = MSG_NOSIGNAL | MSG_DONTROUTE | MSG_CONFIRM | MSG_MORE | MSG_EOR;
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, flags), 3);
}

/* MSG_CTRUNC is only an output flag.  */
CASE (recv, ctrunc, "kernel net/socket.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_CTRUNC), 3);
}

CASE (recv, cmsg_cloexec, "recv(2)", "2.6.23")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_CMSG_CLOEXEC), 3);
}

/* It holds for one call.  */
CASE (recv, dontwait_leaves_the_socket, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
  EXPECT_EQ (fd_flags (fd[0]), 0);
}

/* --- MSG_ERRQUEUE: without errors there is nothing, and it never waits.  */

CASE (recv, errqueue_empty_udp, "recv(2)", "2.2")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_ERRQUEUE), EAGAIN);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

CASE (recv, errqueue_empty_udp6, "recv(2)", "2.2", NEEDS_IPV6)
{
  int fd = inet6_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (recv (fd, room, 64, MSG_ERRQUEUE), EAGAIN);
}

/* Before 3.17 TCP ignores the flag, and waits for data.  */
CASE (recv, errqueue_empty_tcp, "recv(2)", "3.18")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_ERRQUEUE), EAGAIN);
}

/* AF_UNIX has no such queue, and ignores the flag.  */
CASE (recv, errqueue_unix, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_ERRQUEUE), 3);
}
