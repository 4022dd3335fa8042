/* connect.c - cases of connect over IP: addresses and results.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- The address: length, pointer, family.  */

CASE (connect, addrlen_negative, "connect(2)", "1.0", NEEDS_NOTHING,
      "connect(2) does not have EINVAL")
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (connect (fd, &where, -1), EINVAL);
}

CASE (connect, addrlen_129, "kernel net/socket.c", "2.2", NEEDS_NOTHING,
      "connect(2) does not have EINVAL")
{
  struct sockaddr_storage room[2] = { { .ss_family = AF_INET } };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (connect (fd, room, 129), EINVAL);
}

CASE (connect, addrlen_short_of_inet, "kernel net/ipv4/tcp_ipv4.c", "2.2",
      NEEDS_NOTHING, "connect(2) does not have EINVAL")
{
  struct sockaddr_in where;
  int listener = tcp_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT (listener >= 0);
  EXPECT_ERR (connect (fd, &where, sizeof where - 1), EINVAL);
}

/* Not even the family is whole.  */
CASE (connect, addrlen_one, "kernel net/ipv4/af_inet.c", "2.6.34",
      NEEDS_NOTHING, "connect(2) does not have EINVAL")
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (connect (fd, &where, 1), EINVAL);
}

CASE (connect, addrlen_beyond_inet, "kernel net/ipv4/af_inet.c", "1.0")
{
  struct sockaddr_storage room = { 0 };
  struct sockaddr_in where;
  int listener = tcp_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT (listener >= 0);
  memcpy (&room, &where, sizeof where);
  EXPECT_RET (connect (fd, &room, sizeof room), 0);
}

CASE (connect, addrlen_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (connect (DIRTY_HIGH (fd), &where, DIRTY_HIGH (sizeof where)), 0);
}

CASE (connect, address_bad, "connect(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, BAD_POINTER, sizeof (struct sockaddr_in)), EFAULT);
}

CASE (connect, address_null, "connect(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, NULL_POINTER, sizeof (struct sockaddr_in)), EFAULT);
}

/* No byte after the address is read.  */
CASE (connect, address_at_page_end, "connect(2)", "1.0")
{
  struct sockaddr_in where = loopback (htons (9));
  char *room = guarded (sizeof where);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  memcpy (room, &where, sizeof where);
  EXPECT_ERR (connect (fd, room + 1, sizeof where), EFAULT);
  EXPECT_RET (connect (fd, room, sizeof where), 0);
}

CASE (connect, tcp_family_wrong, "connect(2)", "1.0")
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  where.sin_family = AF_UNIX;
  EXPECT_ERR (connect (fd, &where, sizeof where), EAFNOSUPPORT);
}

CASE (connect, udp_family_wrong, "connect(2)", "1.0")
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_family = AF_UNIX;
  EXPECT_ERR (connect (fd, &where, sizeof where), EAFNOSUPPORT);
}

/* --- No listener, or no route.  */

CASE (connect, tcp_refused, "connect(2)", "1.0")
{
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &where, sizeof where), ECONNREFUSED);
}

/* A bound socket does not listen.  */
CASE (connect, tcp_not_listening, "connect(2)", "1.0")
{
  struct sockaddr_in where;
  int other = inet_bound (SOCK_STREAM, &where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT (other >= 0);
  EXPECT_ERR (connect (fd, &where, sizeof where), ECONNREFUSED);
}

/* The same socket may try again.  */
CASE (connect, tcp_after_refused, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "connect(2) leaves the state unspecified")
{
  struct sockaddr_in none = closed_port (SOCK_STREAM), where;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &none, sizeof none), ECONNREFUSED);
  EXPECT (tcp_listener (&where) >= 0);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
}

/* 203.0.113.0/24 is reserved for documentation; there is no route to it.  */
CASE (connect, tcp_unreachable, "connect(2)", "2.6.24", NEEDS_NET)
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  where.sin_addr.s_addr = htonl (0xCB007101);
  EXPECT_ERR (connect (fd, &where, sizeof where), ENETUNREACH);
}

CASE (connect, udp_unreachable, "connect(2)", "2.6.24", NEEDS_NET)
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_addr.s_addr = htonl (0xCB007101);
  EXPECT_ERR (connect (fd, &where, sizeof where), ENETUNREACH);
}

CASE (connect, udp_broadcast, "connect(2)", "2.2", NEEDS_NET)
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_addr.s_addr = htonl (0x7FFFFFFF);
  EXPECT_ERR (connect (fd, &where, sizeof where), EACCES);
  set_int_option (fd, SOL_SOCKET, SO_BROADCAST, 1);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
}

/* Nothing but one address can be connected to.  */
CASE (connect, tcp_broadcast, "kernel net/ipv4/tcp_ipv4.c", "2.2", NEEDS_NET)
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  where.sin_addr.s_addr = htonl (0x7FFFFFFF);
  EXPECT_ERR (connect (fd, &where, sizeof where), ENETUNREACH);
}

/* --- Ports.  */

/* Limit automatic ports of sockets like FD to a single port.  */
static void
one_port (int fd)
{
  const int range = 40000 << 16 | 40000;
  if (setsockopt (fd, IPPROTO_IP, IP_LOCAL_PORT_RANGE, &range, sizeof range))
    SKIP ("no IP_LOCAL_PORT_RANGE here");
}

CASE (connect, tcp_ports_used_up, "connect(2)", "6.3", NEEDS_NET)
{
  struct sockaddr_in where, mine = loopback (htons (40000));
  EXPECT (tcp_listener (&where) >= 0);
  int other = new_socket (AF_INET, SOCK_STREAM);
  MUST (bind (other, &mine, sizeof mine));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  one_port (fd);
  EXPECT_ERR (connect (fd, &where, sizeof where), EADDRNOTAVAIL);
}

CASE (bind, inet_ports_used_up, "bind(2)", "6.3", NEEDS_NET)
{
  struct sockaddr_in any = loopback (0), mine = loopback (htons (40000));
  int other = new_socket (AF_INET, SOCK_STREAM);
  MUST (bind (other, &mine, sizeof mine));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  one_port (fd);
  EXPECT_ERR (bind (fd, &any, sizeof any), EADDRINUSE);
}

CASE (listen, tcp_ports_used_up, "listen(2)", "6.3", NEEDS_NET)
{
  struct sockaddr_in mine = loopback (htons (40000));
  int other = new_socket (AF_INET, SOCK_STREAM);
  MUST (bind (other, &mine, sizeof mine));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  one_port (fd);
  EXPECT_ERR (listen (fd, 1), EADDRINUSE);
}

/* Two sockets may share a port, but not with the same peer.  */
CASE (connect, tcp_same_ends, "kernel net/ipv4/inet_hashtables.c", "2.4",
      NEEDS_NOTHING, "connect(2) has EADDRINUSE")
{
  struct sockaddr_in where, mine = loopback (0);
  socklen_t length = sizeof mine;
  EXPECT (tcp_listener (&where) >= 0);
  int one = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (one, SOL_SOCKET, SO_REUSEADDR, 1);
  MUST (bind (one, &mine, sizeof mine));
  MUST (getsockname (one, &mine, &length));
  int two = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (two, SOL_SOCKET, SO_REUSEADDR, 1);
  MUST (bind (two, &mine, sizeof mine));
  EXPECT_RET (connect (one, &where, sizeof where), 0);
  EXPECT_ERR (connect (two, &where, sizeof where), EADDRNOTAVAIL);
}

/* --- Connected.  */

CASE (connect, tcp_twice, "connect(2)", "1.0")
{
  struct sockaddr_in where;
  EXPECT (tcp_listener (&where) >= 0);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_ERR (connect (fd, &where, sizeof where), EISCONN);
}

CASE (connect, tcp_listener, "kernel net/ipv4/af_inet.c", "2.2", NEEDS_NOTHING,
      "connect(2) has EISCONN for connected sockets alone")
{
  struct sockaddr_in where;
  EXPECT (tcp_listener (&where) >= 0);
  EXPECT_ERR (connect (tcp_listener (NULL), &where, sizeof where), EISCONN);
}

/* 0.0.0.0 is this host.  */
CASE (connect, tcp_any, "kernel net/ipv4/route.c", "2.2", NEEDS_NOTHING,
      "ip(7) has INADDR_ANY for bind alone")
{
  struct sockaddr_in where = loopback (0), got;
  socklen_t length = sizeof got;
  EXPECT (tcp_listener (&where) >= 0);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  where.sin_addr.s_addr = htonl (INADDR_ANY);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (got.sin_addr.s_addr, htonl (INADDR_LOOPBACK));
}

/* Both ends at once.  */
CASE (connect, tcp_to_itself, "kernel net/ipv4/tcp_input.c", "2.2")
{
  char byte = 0;
  struct sockaddr_in mine;
  int fd = inet_bound (SOCK_STREAM, &mine);
  EXPECT_RET (connect (fd, &mine, sizeof mine), 0);
  EXPECT_RET (send (fd, "x", 1, 0), 1);
  EXPECT_RET (recv (fd, &byte, 1, 0), 1);
  EXPECT_EQ (byte, 'x');
}

CASE (connect, tcp_gives_an_address, "ip(7)", "1.0")
{
  struct sockaddr_in where, mine;
  socklen_t length = sizeof mine;
  EXPECT (tcp_listener (&where) >= 0);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_RET (getsockname (fd, &mine, &length), 0);
  EXPECT_EQ (mine.sin_addr.s_addr, htonl (INADDR_LOOPBACK));
  EXPECT (mine.sin_port != 0 && mine.sin_port != where.sin_port);
}
