/* sendto.c - cases of sendto: the address, without IPv6.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Sockets that have a peer, or need one.  */

CASE (sendto, unix_stream_connected, "unix(7)", "1.0")
{
  int fd[2];
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (sendto (fd[0], "a", 1, 0, &name, length), EISCONN);
}

CASE (sendto, unix_stream_unconnected, "unix(7)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), EOPNOTSUPP);
}

CASE (sendto, unix_stream_address_empty, "kernel net/unix/af_unix.c", "1.0")
{
  int fd[2];
  struct sockaddr_un name;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, &name, 0), 1);
}

CASE (sendto, seqpacket_connected, "send(2)", "2.6.4")
{
  int fd[2];
  struct sockaddr_un name;
  char byte;
  socklen_t length = abstract_name (&name, 'a');
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, &name, length), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 1);
}

CASE (sendto, tcp_connected, "send(2)", "1.0")
{
  int fd[2];
  char byte;
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  tcp_pair (fd);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, &where, sizeof where), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 1);
}

CASE (sendto, tcp_unconnected, "send(2)", "1.0")
{
  struct sockaddr_in where;
  tcp_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (sendto (fd, "a", 1, MSG_NOSIGNAL, &where, sizeof where), EPIPE);
}

/* An address overrides the peer.  */
CASE (sendto, udp_connected, "kernel net/ipv4/udp.c", "2.2", NEEDS_NOTHING,
      "POSIX allows EISCONN")
{
  int fd[2];
  char byte;
  struct sockaddr_in where;
  udp_pair (fd);
  int other = inet_bound (SOCK_DGRAM, &where);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, &where, sizeof where), 1);
  wait_for (other, POLLIN);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (sendto, unix_datagram_connected, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "unix(7) has EISCONN")
{
  int fd[2];
  char byte;
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_pair (SOCK_DGRAM, fd);
  int other = unix_bound (SOCK_DGRAM, &name, length);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, &name, length), 1);
  EXPECT_RET (recv (other, &byte, 1, MSG_DONTWAIT), 1);
}

/* Data begun with MSG_MORE goes to its first destination.  */
CASE (sendto, more_udp_to_another, "kernel net/ipv4/udp.c", "2.6.0")
{
  struct sockaddr_in first, second;
  char got[4];
  int taker = inet_bound (SOCK_DGRAM, &first);
  int other = inet_bound (SOCK_DGRAM, &second);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (sendto (fd, "a", 1, MSG_MORE, &first, sizeof first), 1);
  EXPECT_RET (sendto (fd, "b", 1, 0, &second, sizeof second), 1);
  wait_for (taker, POLLIN);
  EXPECT_RET (recv (taker, got, sizeof got, MSG_DONTWAIT), 2);
  EXPECT_ERR (recv (other, got, sizeof got, MSG_DONTWAIT), EAGAIN);
}

/* --- Length and pointer.  */

CASE (sendto, addrlen_negative, "kernel net/socket.c", "1.0")
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, -1), EINVAL);
}

CASE (sendto, addrlen_129, "kernel net/socket.c", "1.0")
{
  struct sockaddr_in where[9];
  int fd = inet_bound (SOCK_DGRAM, where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, where, 129), EINVAL);
}

CASE (sendto, addrlen_128, "kernel net/socket.c", "1.0")
{
  struct sockaddr_in where[8];
  FILLED (where);
  int fd = inet_bound (SOCK_DGRAM, where);
  EXPECT_RET (sendto (fd, "a", 1, 0, where, 128), 1);
}

CASE (sendto, addrlen_short_of_inet, "kernel net/ipv4/udp.c", "2.2")
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where - 1), EINVAL);
}

CASE (sendto, addrlen_zero_udp, "kernel net/ipv4/udp.c", "2.2")
{
  int fd[2];
  struct sockaddr_in where = loopback (0);
  udp_pair (fd);
  EXPECT_ERR (sendto (fd[0], "a", 1, 0, &where, 0), EINVAL);
}

/* The length of no address does not count.  */
CASE (sendto, address_null_addrlen_negative, "kernel net/socket.c", "1.0")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, NULL_POINTER, -1), 1);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, NULL_POINTER, 16), 1);
}

CASE (sendto, address_bad, "send(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, BAD_POINTER, sizeof (struct sockaddr_in)),
              EFAULT);
}

CASE (sendto, address_at_page_end, "send(2)", "1.0")
{
  struct sockaddr_in where;
  char *room = guarded (sizeof where);
  int fd = inet_bound (SOCK_DGRAM, &where);
  memcpy (room, &where, sizeof where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, room + 1, sizeof where), EFAULT);
  EXPECT_RET (sendto (fd, "a", 1, 0, room, sizeof where), 1);
}

CASE (sendto, ints_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  EXPECT_RET (sendto (DIRTY_HIGH (fd), "abc", 3, DIRTY_HIGH (0), &where,
                      DIRTY_HIGH (sizeof where)),
              3);
}

/* --- Addresses of UDP.  */

CASE (sendto, udp_family_other, "kernel net/ipv4/udp.c", "2.2")
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  where.sin_family = AF_INET6;
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), EAFNOSUPPORT);
}

CASE (sendto, udp_family_unspec, "kernel net/ipv4/udp.c", "2.2", NEEDS_NOTHING,
      "ip(7) demands AF_INET")
{
  struct sockaddr_in where;
  char byte;
  int fd = inet_bound (SOCK_DGRAM, &where);
  where.sin_family = AF_UNSPEC;
  EXPECT_RET (sendto (fd, "a", 1, 0, &where, sizeof where), 1);
  EXPECT_RET (recv (fd, &byte, 1, 0), 1);
}

CASE (sendto, udp_port_zero, "kernel net/ipv4/udp.c", "2.2")
{
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), EINVAL);
}

/* A loopback address of this host stands for 0.0.0.0.  */
CASE (sendto, udp_address_any, "kernel net/ipv4/route.c", "2.2", NEEDS_NOTHING,
      "ip(7) has INADDR_ANY for bind alone")
{
  struct sockaddr_in where;
  char byte;
  int fd = inet_bound (SOCK_DGRAM, &where);
  where.sin_addr.s_addr = htonl (INADDR_ANY);
  EXPECT_RET (sendto (fd, "a", 1, 0, &where, sizeof where), 1);
  EXPECT_RET (recv (fd, &byte, 1, 0), 1);
}

CASE (sendto, udp_broadcast, "send(2)", "2.2")
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_addr.s_addr = htonl (0x7fffffff);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), EACCES);
  set_int_option (fd, SOL_SOCKET, SO_BROADCAST, 1);
  EXPECT_RET (sendto (fd, "a", 1, 0, &where, sizeof where), 1);
}

/* 203.0.113.0/24 is reserved for documentation.  */
CASE (sendto, udp_no_route, "ip(7)", "2.2", NEEDS_NET)
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_addr.s_addr = htonl (0xCB007101);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), ENETUNREACH);
}

CASE (sendto, udp_binds, "ip(7)", "2.2")
{
  struct sockaddr_in where, own;
  socklen_t length = sizeof own;
  inet_bound (SOCK_DGRAM, &where);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (sendto (fd, "a", 1, 0, &where, sizeof where), 1);
  EXPECT_RET (getsockname (fd, &own, &length), 0);
  EXPECT (own.sin_port != 0);
}

CASE (sendto, signal_while_waiting, "send(2)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  int count = 0;
  while (sendto (fd, "a", 1, MSG_DONTWAIT, &name, length) == 1
         && count < 16384)
    count++;
  signal_in (60, 0);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), EINTR);
}
