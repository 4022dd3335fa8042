/* getpeername.c - cases of getpeername.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The peer of FD, over IP.  */
static long
peer_of (int fd)
{
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  return getpeername (fd, &got, &length);
}

/* --- No peer.  */

CASE (getpeername, tcp_unconnected, "getpeername(2)", "1.0")
{
  EXPECT_ERR (peer_of (inet_bound (SOCK_STREAM, NULL)), ENOTCONN);
}

CASE (getpeername, tcp_listener, "getpeername(2)", "1.0")
{
  EXPECT_ERR (peer_of (tcp_listener (NULL)), ENOTCONN);
}

CASE (getpeername, udp_unconnected, "getpeername(2)", "1.0")
{
  EXPECT_ERR (peer_of (inet_bound (SOCK_DGRAM, NULL)), ENOTCONN);
}

CASE (getpeername, unix_unconnected, "getpeername(2)", "1.0")
{
  EXPECT_ERR (peer_of (new_socket (AF_UNIX, SOCK_STREAM)), ENOTCONN);
}

/* --- Lengths and pointers.  */

CASE (getpeername, length_negative, "getpeername(2)", "1.0")
{
  int fd[2];
  struct sockaddr_in got;
  socklen_t length = (socklen_t)-1;
  udp_pair (fd);
  EXPECT_ERR (getpeername (fd[0], &got, &length), EINVAL);
}

CASE (getpeername, length_null, "kernel net/socket.c", "1.0", NEEDS_NOTHING,
      "getpeername(2) has EFAULT for the address alone")
{
  int fd[2];
  struct sockaddr_in got;
  udp_pair (fd);
  EXPECT_ERR (getpeername (fd[0], &got, NULL_POINTER), EFAULT);
}

CASE (getpeername, address_bad, "getpeername(2)", "1.0")
{
  int fd[2];
  socklen_t length = sizeof (struct sockaddr_in);
  udp_pair (fd);
  EXPECT_ERR (getpeername (fd[0], BAD_POINTER, &length), EFAULT);
}

CASE (getpeername, address_truncated, "getpeername(2)", "1.0")
{
  int fd[2];
  char room[16];
  struct sockaddr_in other;
  socklen_t length = sizeof other;
  udp_pair (fd);
  MUST (getsockname (fd[1], &other, &length));
  length = 6;
  FILLED (room);
  EXPECT_RET (getpeername (fd[0], room, &length), 0);
  EXPECT_EQ (length, sizeof other);
  EXPECT_BYTES (room, &other, 6);
  EXPECT_UNTOUCHED (room + 6, room + sizeof room);
}

/* --- The peer.  */

CASE (getpeername, tcp, "getpeername(2)", "1.0")
{
  int fd[2];
  struct sockaddr_in mine, got;
  socklen_t length = sizeof mine;
  tcp_pair (fd);
  MUST (getsockname (fd[0], &mine, &length));
  FILLED (got);
  EXPECT_RET (getpeername (fd[1], &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &mine, sizeof mine);
}

CASE (getpeername, udp, "getpeername(2)", "1.0")
{
  int fd[2];
  struct sockaddr_in mine, got;
  socklen_t length = sizeof mine;
  udp_pair (fd);
  MUST (getsockname (fd[0], &mine, &length));
  FILLED (got);
  EXPECT_RET (getpeername (fd[1], &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &mine, sizeof mine);
}

CASE (getpeername, inet6, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where, got;
  socklen_t length = sizeof got;
  EXPECT (inet6_bound (SOCK_DGRAM, &where) >= 0);
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  FILLED (got);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &where, sizeof where);
}

CASE (getpeername, unix_pair, "unix(7)", "2.2")
{
  int fd[2];
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  unix_pair (SOCK_DGRAM, fd);
  FILLED (got);
  EXPECT_RET (getpeername (fd[0], &got, &length), 0);
  EXPECT_EQ (length, sizeof got.sun_family);
  EXPECT_EQ (got.sun_family, AF_UNIX);
  EXPECT_UNTOUCHED (got.sun_path, &got + 1);
}

CASE (getpeername, unix_path, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t want = path_name (&name, "a"), length = sizeof got;
  EXPECT (unix_listener (SOCK_STREAM, &name, want, 1) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (fd, &name, want));
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&got, &name, want);
}

/* It was bound after the connection was made: it has the name at once.  */
CASE (getpeername, unix_bound_later, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  struct sockaddr_un name, got;
  socklen_t want = abstract_name (&name, 'a'), length = sizeof got;
  unix_pair (SOCK_STREAM, fd);
  MUST (bind (fd[1], &name, want));
  EXPECT_RET (getpeername (fd[0], &got, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&got, &name, want);
}

/* --- The peer closes.  */

CASE (getpeername, tcp_sending_shut, "kernel net/ipv4/af_inet.c", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_RET (peer_of (fd[0]), 0);
}

CASE (getpeername, tcp_peer_closed, "kernel net/ipv4/af_inet.c", "1.0")
{
  char byte;
  int fd[2];
  tcp_pair (fd);
  close (fd[1]);
  MUST (recv (fd[0], &byte, 1, 0));
  EXPECT_RET (peer_of (fd[0]), 0);
}

CASE (getpeername, tcp_reset, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "getpeername(2) does not say when a connection ends")
{
  char byte;
  int fd[2];
  struct linger at_once = { 1, 0 };
  tcp_pair (fd);
  MUST (setsockopt (fd[1], SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once));
  close (fd[1]);
  EXPECT_ERR (recv (fd[0], &byte, 1, 0), ECONNRESET);
  EXPECT_ERR (peer_of (fd[0]), ENOTCONN);
}

CASE (getpeername, unix_shut_down, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (shutdown (fd[0], SHUT_RDWR));
  EXPECT_RET (peer_of (fd[0]), 0);
}

CASE (getpeername, unix_peer_closed, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "getpeername(2) does not say when a connection ends")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  close (fd[1]);
  EXPECT_RET (peer_of (fd[0]), 0);
}

CASE (getpeername, fd_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  udp_pair (fd);
  EXPECT_RET (getpeername (DIRTY_HIGH (fd[0]), &got, &length), 0);
}
