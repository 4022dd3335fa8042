/* sockopt-ipv6.c - options of level IPPROTO_IPV6: ipv6(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* 127.0.0.1 with PORT, as an IPv6 address.  */
static struct sockaddr_in6
mapped (in_port_t port)
{
  struct sockaddr_in6 where = loopback6 (port);
  where.sin6_addr.s6_addr32[2] = htonl (0xffff);
  where.sin6_addr.s6_addr32[3] = htonl (INADDR_LOOPBACK);
  return where;
}

/* A socket of both, or of IPv6 alone, bound to all addresses.  */
static int
any_bound (int only, in_port_t *port)
{
  struct sockaddr_in6 where = loopback6 (0);
  socklen_t length = sizeof where;
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  where.sin6_addr.s6_addr32[3] = 0;
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, only);
  MUST (bind (fd, &where, sizeof where));
  MUST (getsockname (fd, &where, &length));
  *port = where.sin6_port;
  return fd;
}

/* --- V6ONLY and mapped addresses.  */

CASE (setsockopt, ipv6_v6only_after_bind, "kernel net/ipv6/ipv6_sockglue.c",
      "2.4.21", NEEDS_IPV6,
      "ipv6(7) does not say that it is too late when a port is bound")
{
  int fd = inet6_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IPV6, IPV6_V6ONLY, &(int){ 1 }, 4),
              EINVAL);
}

CASE (recvfrom, ipv6_mapped_sender, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  char byte;
  in_port_t port;
  struct sockaddr_in from;
  struct sockaddr_in6 got;
  socklen_t length = sizeof got;
  int receiver = any_bound (0, &port);
  int fd = inet_bound (SOCK_DGRAM, &from);
  struct sockaddr_in to = loopback (port);
  struct sockaddr_in6 want = mapped (from.sin_port);
  MUST (sendto (fd, "a", 1, 0, &to, sizeof to));
  FILLED (got);
  EXPECT_RET (recvfrom (receiver, &byte, 1, 0, &got, &length), 1);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &want, sizeof want);
}

CASE (sendto, ipv6_v6only_hears_no_ipv4, "ipv6(7)", "2.4.21",
      NEEDS_IPV6 + NEEDS_NET)
{
  in_port_t port;
  int receiver = any_bound (1, &port);
  int fd = inet_bound (SOCK_DGRAM, NULL);
  struct sockaddr_in to = loopback (port);
  EXPECT_EQ (int_option (receiver, IPPROTO_IPV6, IPV6_V6ONLY), 1);
  MUST (connect (fd, &to, sizeof to));
  MUST (send (fd, "a", 1, 0));
  EXPECT_RET (poll (&(struct pollfd){ fd, POLLIN, 0 }, 1, 5000), 1);
  EXPECT_ERR (send (fd, "a", 1, 0), ECONNREFUSED);
}

CASE (connect, ipv6_v6only_to_mapped, "kernel net/ipv6/datagram.c", "2.4.21",
      NEEDS_IPV6, "ipv6(7) does not have ENETUNREACH")
{
  struct sockaddr_in6 to = mapped (htons (9));
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, 1);
  EXPECT_ERR (connect (fd, &to, sizeof to), ENETUNREACH);
}

CASE (getsockname, ipv6_mapped_tcp, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in where;
  struct sockaddr_in6 got, want, to;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET6, SOCK_STREAM);
  MUST (tcp_listener (&where));
  to = mapped (where.sin_port);
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  MUST (connect (fd, &to, sizeof to));
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  want = mapped (got.sin6_port);
  EXPECT_BYTES (&got, &want, sizeof want);
}

/* A mapped connection may become one of IPv4 altogether.  */
CASE (setsockopt, ipv6_addrform, "ipv6(7)", "2.6.32", NEEDS_IPV6)
{
  struct sockaddr_in where;
  struct sockaddr_in6 to;
  socklen_t length = sizeof to;
  int fd = new_socket (AF_INET6, SOCK_STREAM);
  MUST (tcp_listener (&where));
  to = mapped (where.sin_port);
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  MUST (connect (fd, &to, sizeof to));
  EXPECT_RET (
      setsockopt (fd, IPPROTO_IPV6, IPV6_ADDRFORM, &(int){ AF_INET }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_DOMAIN), AF_INET);
  EXPECT_RET (getpeername (fd, &to, &length), 0);
  EXPECT_EQ (length, sizeof where);
  EXPECT_BYTES (&to, &where, sizeof where);
}

/* --- Values.  */

CASE (setsockopt, ipv6_unicast_hops, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, &(int){ 7 }, 4),
              0);
  EXPECT_EQ (int_option (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS), 7);
}

/* -1 is the value of the route, which is also read back.  */
CASE (setsockopt, ipv6_unicast_hops_minus_one, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  int first = int_option (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS);
  set_int_option (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, 7);
  EXPECT_RET (
      setsockopt (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, &(int){ -1 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS), first);
  EXPECT_RANGE (first, 1, 255);
}

#define IPV6_INVALID(name, option, value, page, since)                        \
  CASE (setsockopt, name, page, since, NEEDS_IPV6)                            \
  {                                                                           \
    int fd = new_socket (AF_INET6, SOCK_DGRAM);                               \
    EXPECT_ERR (setsockopt (fd, IPPROTO_IPV6, option, &(int){ value }, 4),    \
                EINVAL);                                                      \
  }

IPV6_INVALID (ipv6_unicast_hops_256, IPV6_UNICAST_HOPS, 256, "ipv6(7)", "2.2")
IPV6_INVALID (ipv6_unicast_hops_minus_2, IPV6_UNICAST_HOPS, -2, "ipv6(7)",
              "2.2")
IPV6_INVALID (ipv6_multicast_hops_256, IPV6_MULTICAST_HOPS, 256, "ipv6(7)",
              "2.2")
IPV6_INVALID (ipv6_mtu_discover_9, IPV6_MTU_DISCOVER, 9,
              "kernel net/ipv6/ipv6_sockglue.c", "2.2")
IPV6_INVALID (ipv6_tclass_256, IPV6_TCLASS, 256,
              "kernel net/ipv6/ipv6_sockglue.c", "2.6.15")

/* Unlike those of IPv4, these require a whole int.  */
CASE (setsockopt, ipv6_unicast_hops_one_byte,
      "kernel net/ipv6/ipv6_sockglue.c", "2.6.36", NEEDS_IPV6)
{
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, "a", 1),
              EINVAL);
}

CASE (getsockopt, ipv6_unicast_hops_short, "kernel net/ipv6/ipv6_sockglue.c",
      "2.2", NEEDS_IPV6)
{
  unsigned char got[4], want[2];
  int value = 0x77;
  socklen_t length = sizeof want;
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, value);
  FILLED (got);
  memcpy (want, &value, sizeof want);
  EXPECT_RET (getsockopt (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, got, &length),
              0);
  EXPECT_EQ (length, sizeof want);
  EXPECT_BYTES (got, want, sizeof want);
  EXPECT_UNTOUCHED (got + 2, got + 4);
}

static void
switches_on (int option)
{
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_EQ (int_option (fd, IPPROTO_IPV6, option), 0);
  EXPECT_RET (setsockopt (fd, IPPROTO_IPV6, option, &(int){ 7 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IPV6, option), 1);
}

#define IPV6_SWITCH(name, option, page, since)                                \
  CASE (setsockopt, name, page, since, NEEDS_IPV6) { switches_on (option); }

IPV6_SWITCH (ipv6_recverr, IPV6_RECVERR, "ipv6(7)", "2.2")
IPV6_SWITCH (ipv6_recvpktinfo, IPV6_RECVPKTINFO, "ipv6(7)", "2.6.14")
IPV6_SWITCH (ipv6_recvhoplimit, IPV6_RECVHOPLIMIT, "ipv6(7)", "2.6.14")
IPV6_SWITCH (ipv6_recvtclass, IPV6_RECVTCLASS,
             "kernel net/ipv6/ipv6_sockglue.c", "2.6.15")

CASE (getsockopt, ipv6_mtu_unconnected, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  int mtu;
  socklen_t length = sizeof mtu;
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_ERR (getsockopt (fd, IPPROTO_IPV6, IPV6_MTU, &mtu, &length),
              ENOTCONN);
}

CASE (setsockopt, ipv6_join_no_group, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct ipv6_mreq group = { loopback6 (0).sin6_addr, 1 };
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &group, sizeof group),
      EINVAL);
}

CASE (setsockopt, ipv6_join_short, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct ipv6_mreq group = { { { { 0xff, 0x01 } } }, 1 };
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &group, sizeof group - 1),
      EINVAL);
}

CASE (setsockopt, ipv6_leave_group_of_none, "kernel net/ipv6/mcast.c", "2.2",
      NEEDS_IPV6)
{
  struct ipv6_mreq group
      = { { { { 0xff, 0x01, [15] = 0x77 } } }, loopback_index () };
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, IPPROTO_IPV6, IPV6_LEAVE_GROUP, &group, sizeof group),
      EADDRNOTAVAIL);
}

CASE (setsockopt, ipv6_join_twice, "kernel net/ipv6/mcast.c", "2.2",
      NEEDS_IPV6 + NEEDS_NET,
      "ipv6(7) does not say that a second time is EADDRINUSE")
{
  struct ipv6_mreq group
      = { { { { 0xff, 0x01, [15] = 0x77 } } }, loopback_index () };
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_RET (
      setsockopt (fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &group, sizeof group), 0);
  EXPECT_ERR (
      setsockopt (fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, &group, sizeof group),
      EADDRINUSE);
  EXPECT_RET (
      setsockopt (fd, IPPROTO_IPV6, IPV6_LEAVE_GROUP, &group, sizeof group),
      0);
}
