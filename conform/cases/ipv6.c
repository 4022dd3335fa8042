/* ipv6.c - cases of bind and connect over IPv6, and IPv4 through it.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* ::ffff:127.0.0.1.  */
static struct sockaddr_in6
mapped (in_port_t port)
{
  struct sockaddr_in6 where = loopback6 (port);
  struct in_addr at = loopback (0).sin_addr;
  memset (&where.sin6_addr, 0xff, 12);
  memset (&where.sin6_addr, 0, 10);
  memcpy ((char *)&where.sin6_addr + 12, &at, sizeof at);
  return where;
}

static int
inet6 (int type, int v6only)
{
  int fd = new_socket (AF_INET6, type);
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, v6only);
  return fd;
}

/* --- Lengths: 28, or 24 before there was a scope.  */

CASE (bind, inet6_addrlen_23, "kernel net/ipv6/af_inet6.c", "2.4", NEEDS_IPV6)
{
  struct sockaddr_in6 where = loopback6 (0);
  EXPECT_ERR (bind (inet6 (SOCK_DGRAM, 0), &where, 23), EINVAL);
}

CASE (bind, inet6_addrlen_24, "kernel net/ipv6/af_inet6.c", "2.4", NEEDS_IPV6)
{
  struct sockaddr_in6 where = loopback6 (0);
  char *room = guarded (24);
  memcpy (room, &where, 24);
  EXPECT_RET (bind (inet6 (SOCK_DGRAM, 0), room, 24), 0);
}

CASE (connect, inet6_addrlen_23, "kernel net/ipv6/tcp_ipv6.c", "2.4",
      NEEDS_IPV6)
{
  struct sockaddr_in6 where = loopback6 (htons (9));
  EXPECT_ERR (connect (inet6 (SOCK_STREAM, 0), &where, 23), EINVAL);
}

CASE (connect, inet6_addrlen_24, "kernel net/ipv6/af_inet6.c", "2.4",
      NEEDS_IPV6)
{
  struct sockaddr_in6 where = loopback6 (htons (9));
  char *room = guarded (24);
  memcpy (room, &where, 24);
  EXPECT_RET (connect (inet6 (SOCK_DGRAM, 0), room, 24), 0);
}

/* --- Addresses.  */

CASE (bind, inet6_family_wrong, "kernel net/ipv6/af_inet6.c", "3.1",
      NEEDS_IPV6, "bind(2) does not have EAFNOSUPPORT")
{
  struct sockaddr_in6 where = loopback6 (0);
  where.sin6_family = AF_INET;
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 0), &where, sizeof where),
              EAFNOSUPPORT);
}

CASE (bind, inet6_in_use, "bind(2)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  EXPECT (inet6_bound (SOCK_STREAM, &where) >= 0);
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 0), &where, sizeof where), EADDRINUSE);
}

/* 2001:db8::/32 is reserved for documentation.  */
CASE (bind, inet6_foreign_address, "bind(2)", "2.2", NEEDS_IPV6)
{
  static const unsigned char documents[] = { 0x20, 0x01, 0x0d, 0xb8 };
  struct sockaddr_in6 where = loopback6 (0);
  need_setting ("ipv6/ip_nonlocal_bind", 0, 0);
  memcpy (&where.sin6_addr, documents, sizeof documents);
  need_foreign (&where, sizeof where);
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 0), &where, sizeof where),
              EADDRNOTAVAIL);
}

/* A link-local address is useless without a scope.  */
CASE (bind, inet6_link_local_without_scope, "kernel net/ipv6/af_inet6.c",
      "2.4", NEEDS_IPV6, "ipv6(7) has ENODEV for a scope that is no interface")
{
  static const unsigned char link[] = { 0xfe, 0x80 };
  struct sockaddr_in6 where = loopback6 (0);
  memcpy (&where.sin6_addr, link, sizeof link);
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 0), &where, sizeof where), EINVAL);
}

CASE (connect, tcp6, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where, got;
  socklen_t length = sizeof got;
  int listener = inet6_bound (SOCK_STREAM, &where);
  MUST (listen (listener, 1));
  int fd = inet6 (SOCK_STREAM, 0);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_BYTES (&got, &where, sizeof where);
}

CASE (connect, tcp6_refused, "connect(2)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  EXPECT (inet6_bound (SOCK_STREAM, &where) >= 0);
  EXPECT_ERR (connect (inet6 (SOCK_STREAM, 0), &where, sizeof where),
              ECONNREFUSED);
}

/* A name of IPv4 is too short for it.  */
CASE (connect, tcp6_to_inet_address, "kernel net/ipv6/tcp_ipv6.c", "2.4",
      NEEDS_IPV6)
{
  struct sockaddr_in where = loopback (htons (9));
  EXPECT_ERR (connect (inet6 (SOCK_STREAM, 0), &where, sizeof where), EINVAL);
}

/* And yet not for datagrams.  */
CASE (connect, udp6_to_inet_address, "kernel net/ipv6/datagram.c", "2.4",
      NEEDS_IPV6, "ipv6(7) has sockaddr_in6 alone")
{
  struct sockaddr_in where = loopback (htons (9));
  struct sockaddr_in6 want = mapped (where.sin_port), got;
  socklen_t length = sizeof got;
  int fd = inet6 (SOCK_DGRAM, 0);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got.sin6_addr, &want.sin6_addr, 16);
  EXPECT_EQ (got.sin6_port, where.sin_port);
}

/* --- IPv4 through it.  */

CASE (bind, v4_mapped, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where = mapped (0), got;
  socklen_t length = sizeof got;
  int fd = inet6 (SOCK_STREAM, 0);
  EXPECT_RET (bind (fd, &where, sizeof where), 0);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_BYTES (&got.sin6_addr, &where.sin6_addr, 16);
}

CASE (bind, v4_mapped_v6only, "bind(2)", "2.4.21", NEEDS_IPV6)
{
  struct sockaddr_in6 where = mapped (0);
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 1), &where, sizeof where), EINVAL);
}

/* They are the same ports.  */
CASE (bind, v4_mapped_in_use, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in mine;
  EXPECT (inet_bound (SOCK_STREAM, &mine) >= 0);
  struct sockaddr_in6 where = mapped (mine.sin_port);
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 0), &where, sizeof where), EADDRINUSE);
}

CASE (bind, inet6_any_and_inet_in_use, "ipv6(7)", "2.4.21", NEEDS_IPV6)
{
  struct sockaddr_in mine;
  EXPECT (inet_bound (SOCK_STREAM, &mine) >= 0);
  struct sockaddr_in6 any
      = { .sin6_family = AF_INET6, .sin6_port = mine.sin_port };
  EXPECT_ERR (bind (inet6 (SOCK_STREAM, 0), &any, sizeof any), EADDRINUSE);
}

CASE (bind, inet6_any_and_inet_v6only, "ipv6(7)", "2.6.24",
      NEEDS_IPV6 + NEEDS_NET)
{
  struct sockaddr_in mine;
  EXPECT (inet_bound (SOCK_STREAM, &mine) >= 0);
  struct sockaddr_in6 any
      = { .sin6_family = AF_INET6, .sin6_port = mine.sin_port };
  EXPECT_RET (bind (inet6 (SOCK_STREAM, 1), &any, sizeof any), 0);
}

CASE (connect, v4_mapped, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in there;
  struct sockaddr_in6 got;
  socklen_t length = sizeof got;
  EXPECT (tcp_listener (&there) >= 0);
  struct sockaddr_in6 where = mapped (there.sin_port);
  int fd = inet6 (SOCK_STREAM, 0);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &where, sizeof where);
}

CASE (connect, v4_mapped_v6only, "kernel net/ipv6/tcp_ipv6.c", "2.4.21",
      NEEDS_IPV6)
{
  struct sockaddr_in6 where = mapped (htons (9));
  EXPECT_ERR (connect (inet6 (SOCK_STREAM, 1), &where, sizeof where),
              ENETUNREACH);
}

CASE (connect, udp6_unspec, "connect(2)", "2.4", NEEDS_IPV6)
{
  const struct sockaddr nobody = { .sa_family = AF_UNSPEC };
  struct sockaddr_in6 where = loopback6 (htons (9));
  socklen_t length = sizeof where;
  int fd = inet6 (SOCK_DGRAM, 0);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_RET (connect (fd, &nobody, sizeof nobody), 0);
  EXPECT_ERR (getpeername (fd, &where, &length), ENOTCONN);
}

CASE (sendmsg, ipv6_pktinfo_foreign, "kernel net/ipv6/datagram.c", "2.6.14",
      NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  struct sockaddr_storage to = { 0 };
  struct in6_pktinfo source = { 0 };
  need_setting ("ipv6/ip_nonlocal_bind", 0, 0);
  int fd = inet6_bound (SOCK_DGRAM, &where);
  memcpy (&to, &where, sizeof where);
  source.ipi6_addr = where.sin6_addr;
  EXPECT_RET (send_control (fd, &to, IPPROTO_IPV6, IPV6_PKTINFO, &source,
                            sizeof source),
              1);
  source.ipi6_addr.s6_addr[0] = 0x20; /* Not an address of this host.  */
  EXPECT_ERR (send_control (fd, &to, IPPROTO_IPV6, IPV6_PKTINFO, &source,
                            sizeof source),
              EINVAL);
}
