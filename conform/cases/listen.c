/* listen.c - cases of listen.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (listen, inet_datagram, "listen(2)", "1.0")
{
  EXPECT_ERR (listen (inet_bound (SOCK_DGRAM, NULL), 1), EOPNOTSUPP);
}

CASE (listen, unix_datagram, "listen(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (listen (fd, 1), EOPNOTSUPP);
}

CASE (listen, unix_unbound, "kernel net/unix/af_unix.c", "1.0", NEEDS_NOTHING,
      "listen(2) does not have EINVAL")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (listen (fd, 1), EINVAL);
}

CASE (listen, unix_connected, "kernel net/unix/af_unix.c", "1.0",
      NEEDS_NOTHING, "listen(2) does not have EINVAL")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (listen (fd[0], 1), EINVAL);
}

CASE (listen, tcp_connected, "kernel net/ipv4/af_inet.c", "1.0", NEEDS_NOTHING,
      "listen(2) does not have EINVAL")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (listen (fd[0], 1), EINVAL);
}

CASE (listen, backlog_negative, "kernel net/socket.c", "1.0", NEEDS_NOTHING,
      "listen(2) does not say what a negative backlog does")
{
  int fd = inet_bound (SOCK_STREAM, NULL);
  EXPECT_RET (listen (fd, -1), 0);
}

CASE (listen, backlog_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd = inet_bound (SOCK_STREAM, NULL);
  EXPECT_RET (listen (DIRTY_HIGH (fd), DIRTY_HIGH (1)), 0);
}

/* The second one changes the backlog.  */
CASE (listen, twice, "POSIX", "1.0")
{
  int fd = tcp_listener (NULL);
  EXPECT_RET (listen (fd, 1), 0);
}

/* Without an address it gets a port of its own.  */
CASE (listen, tcp_unbound, "ip(7)", "1.0", NEEDS_NET)
{
  struct sockaddr_in where;
  socklen_t length = sizeof where;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (listen (fd, 1), 0);
  EXPECT_RET (getsockname (fd, &where, &length), 0);
  EXPECT (where.sin_port != 0);
}

CASE (listen, shows_in_acceptconn, "socket(7)", "2.4")
{
  int fd = inet_bound (SOCK_STREAM, NULL);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ACCEPTCONN), 0);
  EXPECT_RET (listen (fd, 1), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ACCEPTCONN), 1);
}

/* Both may be bound to it, but only one may listen.  */
CASE (listen, tcp_in_use, "listen(2)", "2.2")
{
  struct sockaddr_in where = loopback (0);
  socklen_t length = sizeof where;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  int second = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (fd, SOL_SOCKET, SO_REUSEADDR, 1);
  set_int_option (second, SOL_SOCKET, SO_REUSEADDR, 1);
  MUST (bind (fd, &where, sizeof where));
  MUST (getsockname (fd, &where, &length));
  MUST (bind (second, &where, sizeof where));
  EXPECT_RET (listen (fd, 1), 0);
  EXPECT_ERR (listen (second, 1), EADDRINUSE);
}

CASE (listen, unix_twice, "kernel net/unix/af_unix.c", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  EXPECT_RET (listen (fd, 2), 0);
}

/* A larger backlog lets a waiting client in.  */
CASE (listen, unix_backlog_grows, "kernel net/unix/af_unix.c", "2.6.27",
      NEEDS_NOTHING, "listen(2) does not say what the second call does")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  need_backlog (1);
  int listener = unix_listener (SOCK_STREAM, &name, length, 0);
  MUST (connect (new_socket (AF_UNIX, SOCK_STREAM), &name, length));
  int fd = MUST (socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (connect (fd, &name, length), EAGAIN);
  EXPECT_RET (listen (listener, 1), 0);
  EXPECT_RET (connect (fd, &name, length), 0);
}

CASE (listen, seqpacket, "listen(2)", "2.6.4")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_bound (SOCK_SEQPACKET, &name, length);
  EXPECT_RET (listen (fd, 1), 0);
}

/* The most is net.core.somaxconn; TCP_INFO of a listener has it in
   tcpi_sacked.  */
CASE (listen, backlog_most, "kernel net/ipv4/tcp.c", "2.6.24")
{
  struct tcp_info info;
  socklen_t length = sizeof info;
  need_backlog (1);
  int fd = inet_bound (SOCK_STREAM, NULL);
  EXPECT_RET (listen (fd, INT32_MAX), 0);
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &info, &length), 0);
  long most = info.tcpi_sacked;
  EXPECT_RANGE (most, 1, INT32_MAX - 1);
  EXPECT_RET (listen (fd, -1), 0);
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &info, &length), 0);
  EXPECT_EQ (info.tcpi_sacked, most);
}
