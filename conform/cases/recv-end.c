/* recv-end.c - cases of recv: ends of connections, and their errors.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* --- The peer has gone.  */

CASE (recv, end_of_unix_stream, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, end_of_unix_seqpacket, "recv(2)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, end_of_tcp, "recv(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 3, MSG_WAITALL), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, end_by_shutdown_of_peer, "shutdown(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  MUST (shutdown (fd[1], SHUT_WR));
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  MUST (send (fd[0], "abc", 3, 0));
  EXPECT_RET (recv (fd[1], room, 64, 0), 3);
}

/* Datagrams have no end.  */
CASE (recv, peer_of_datagram_closed, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  close (fd[1]);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

/* --- Its own side is shut.  */

CASE (recv, shut_unix_stream, "shutdown(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (shutdown (fd[0], SHUT_RD));
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, shut_unix_dgram, "kernel net/core/datagram.c", "2.6.12")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (shutdown (fd[0], SHUT_RD));
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, shut_udp, "kernel net/core/datagram.c", "2.6.12")
{
  int fd[2];
  udp_pair (fd);
  MUST (shutdown (fd[0], SHUT_RD));
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

/* Data that arrived before, and even data that arrives later, is returned.  */
CASE (recv, shut_tcp_with_data, "kernel net/ipv4/tcp.c", "2.2", NEEDS_NOTHING,
      "shutdown(2) says that no more can be received")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  MUST (shutdown (fd[0], SHUT_RD));
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, shut_unix_stream_with_data, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) says that no more can be received")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  MUST (shutdown (fd[0], SHUT_RD));
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

/* --- Errors of the connection: each is returned once.  */

CASE (recv, reset_tcp, "tcp(7)", "2.2")
{
  const struct linger at_once = { 1, 0 };
  int fd[2];
  tcp_pair (fd);
  MUST (setsockopt (fd[1], SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once));
  close (fd[1]);
  wait_for (fd[0], POLLHUP);
  EXPECT_ERR (recv (fd[0], room, 64, 0), ECONNRESET);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

/* The peer closed with unread data: as with TCP.  */
CASE (recv, reset_unix_stream, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "abc", 3, 0));
  close (fd[1]);
  EXPECT_ERR (recv (fd[0], room, 64, 0), ECONNRESET);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, refused_udp, "recv(2)", "1.0")
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  MUST (send (fd, "abc", 3, 0));
  wait_for (fd, POLLERR);
  EXPECT_ERR (recv (fd, room, 64, 0), ECONNREFUSED);
  EXPECT_ERR (recv (fd, room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, refused_udp6, "recv(2)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  MUST (connect (inet6_bound (SOCK_DGRAM, &where), &where, sizeof where));
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  MUST (send (fd, "abc", 3, 0));
  wait_for (fd, POLLERR);
  EXPECT_ERR (recv (fd, room, 64, 0), ECONNREFUSED);
  EXPECT_ERR (recv (fd, room, 64, MSG_DONTWAIT), EAGAIN);
}

/* SO_ERROR takes the error away from recv.  */
CASE (recv, refused_and_asked_before, "socket(7)", "1.0")
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  MUST (send (fd, "abc", 3, 0));
  wait_for (fd, POLLERR);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_ERR (recv (fd, room, 64, MSG_DONTWAIT), EAGAIN);
}
