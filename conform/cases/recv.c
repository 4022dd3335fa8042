/* recv.c - cases of recv: messages and errors.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* --- Nothing there.  */

CASE (recv, empty_unix_stream, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (recv (fd[0], room, 3, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, empty_unix_dgram, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (recv (fd[0], room, 3, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, empty_unix_seqpacket, "recv(2)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_ERR (recv (fd[0], room, 3, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, empty_tcp, "recv(2)", "2.2")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (recv (fd[0], room, 3, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, empty_udp, "recv(2)", "2.2")
{
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, empty_nonblock, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_nonblock (fd[0]);
  EXPECT_ERR (recv (fd[0], room, 3, 0), EAGAIN);
}

/* A length of 0: the queue is still empty.  */
CASE (recv, empty_length_zero, "kernel net/unix/af_unix.c", "2.6.38",
      NEEDS_NOTHING,
      "recv(2) has 0 for a length of 0; with nothing there it is EAGAIN")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (recv (fd[0], room, 0, MSG_DONTWAIT), EAGAIN);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 0, MSG_DONTWAIT), 0);
  EXPECT_RET (recv (fd[0], room, 3, MSG_DONTWAIT), 3);
}

CASE (recv, empty_length_zero_tcp, "kernel net/ipv4/tcp.c", "2.6.12",
      NEEDS_NOTHING,
      "recv(2) has 0 for a length of 0; with nothing there it is EAGAIN")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (recv (fd[0], room, 0, MSG_DONTWAIT), EAGAIN);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  EXPECT_RET (recv (fd[0], room, 0, MSG_DONTWAIT), 0);
  EXPECT_RET (recv (fd[0], room, 3, MSG_DONTWAIT), 3);
}

/* --- Not connected.  */

CASE (recv, unconnected_tcp, "recv(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), ENOTCONN);
}

CASE (recv, unconnected_tcp6, "recv(2)", "2.2", NEEDS_IPV6)
{
  int fd = new_socket (AF_INET6, SOCK_STREAM);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), ENOTCONN);
}

CASE (recv, listening_tcp, "recv(2)", "1.0")
{
  EXPECT_ERR (recv (tcp_listener (NULL), room, 3, MSG_DONTWAIT), ENOTCONN);
}

CASE (recv, unconnected_unix_stream, "kernel net/unix/af_unix.c", "1.0",
      NEEDS_NOTHING, "recv(2) has ENOTCONN")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), EINVAL);
}

CASE (recv, listening_unix_stream, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "recv(2) has ENOTCONN")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), EINVAL);
}

CASE (recv, unconnected_unix_seqpacket, "recv(2)", "2.6.4")
{
  int fd = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), ENOTCONN);
}

/* A datagram socket may receive without a peer, and without a name.  */
CASE (recv, unconnected_datagram, "recv(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), EAGAIN);
  fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (recv (fd, room, 3, MSG_DONTWAIT), EAGAIN);
}

/* --- Streams and messages.  */

CASE (recv, stream_joins_writes, "POSIX", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "ab", 2, 0));
  MUST (send (fd[1], "cd", 2, 0));
  EXPECT_RET (recv (fd[0], room, 8, 0), 4);
  EXPECT_BYTES (room, "abcd", 4);
}

CASE (recv, stream_keeps_the_rest, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abcd", 4, 0));
  EXPECT_RET (recv (fd[0], room, 3, 0), 3);
  EXPECT_RET (recv (fd[0], room, 3, 0), 1);
  EXPECT_BYTES (room, "dbc", 3);
}

CASE (recv, tcp_keeps_the_rest, "recv(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abcd", 4, 0));
  EXPECT_RET (recv (fd[0], room, 3, MSG_WAITALL), 3);
  EXPECT_RET (recv (fd[0], room, 3, 0), 1);
  EXPECT_BYTES (room, "dbc", 3);
}

/* Excess bytes are lost, and not stored.  */
CASE (recv, datagram_too_long, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  FILLED (room);
  MUST (send (fd[1], "0123456789", 10, 0));
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 3, 0), 3);
  EXPECT_BYTES (room, "012", 3);
  EXPECT_UNTOUCHED (room + 3, room + sizeof room);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

CASE (recv, udp_too_long, "recv(2)", "1.0")
{
  int fd[2];
  udp_pair (fd);
  FILLED (room);
  MUST (send (fd[1], "0123456789", 10, 0));
  EXPECT_RET (recv (fd[0], room, 3, 0), 3);
  EXPECT_UNTOUCHED (room + 3, room + sizeof room);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, record_by_record, "unix(7)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[1], "abcd", 4, 0));
  MUST (send (fd[1], "ef", 2, 0));
  EXPECT_RET (recv (fd[0], room, 3, 0), 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 2);
  EXPECT_BYTES (room, "ef", 2);
}

/* A datagram without a byte is one all the same, and does not end the
   others.  */
CASE (recv, datagram_of_nothing, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "", 0, 0));
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 0);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

CASE (recv, udp_of_nothing, "recv(2)", "1.0")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "", 0, 0));
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
}

CASE (recv, record_of_nothing, "kernel net/unix/af_unix.c", "2.6.4",
      NEEDS_NOTHING,
      "recv(2) has 0 for empty datagrams, not for empty records")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[1], "", 0, 0));
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 0);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

/* Room for nothing takes a datagram away.  */
CASE (recv, datagram_into_nothing, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], NULL_POINTER, 0, 0), 0);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}
