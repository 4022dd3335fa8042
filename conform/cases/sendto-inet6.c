/* sendto-inet6.c - cases of sendto: addresses of IPv6.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Without the scope, as it was in RFC 2133.  */
CASE (sendto, inet6_addrlen_24, "kernel net/ipv6/udp.c", "2.2", NEEDS_IPV6,
      "ipv6(7) does not say that the scope may be missing")
{
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  EXPECT_RET (sendto (fd, "a", 1, 0, &where, 24), 1);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, 23), EINVAL);
}

CASE (sendto, inet6_family_other, "kernel net/ipv6/udp.c", "2.2", NEEDS_IPV6,
      "ipv6(7) does not say; an IPv4 socket has EAFNOSUPPORT")
{
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  where.sin6_family = AF_UNIX;
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), EINVAL);
}

/* As if there were no address.  */
CASE (sendto, inet6_family_unspec, "kernel net/ipv6/udp.c", "2.4", NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  struct sockaddr_in6 none = { .sin6_family = AF_UNSPEC };
  EXPECT_ERR (sendto (fd, "a", 1, 0, &none, sizeof none), EDESTADDRREQ);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_RET (sendto (fd, "a", 1, 0, &none, sizeof none), 1);
}

CASE (sendto, inet6_to_inet, "kernel net/ipv6/udp.c", "2.4", NEEDS_IPV6,
      "ipv6(7) has IPv4 addresses in mapped form alone")
{
  struct sockaddr_in where;
  char byte;
  int taker = inet_bound (SOCK_DGRAM, &where);
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  set_int_option (fd, SOL_IPV6, IPV6_V6ONLY, 0);
  EXPECT_RET (sendto (fd, "a", 1, 0, &where, sizeof where), 1);
  EXPECT_RET (recv (taker, &byte, 1, 0), 1);
}

CASE (sendto, inet6_mapped, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in where;
  char byte;
  int taker = inet_bound (SOCK_DGRAM, &where);
  struct sockaddr_in6 mapped = loopback6 (where.sin_port);
  mapped.sin6_addr = (struct in6_addr){ 0 };
  mapped.sin6_addr.s6_addr16[5] = 0xffff;
  mapped.sin6_addr.s6_addr32[3] = where.sin_addr.s_addr;
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  set_int_option (fd, SOL_IPV6, IPV6_V6ONLY, 0);
  EXPECT_RET (sendto (fd, "a", 1, 0, &mapped, sizeof mapped), 1);
  EXPECT_RET (recv (taker, &byte, 1, 0), 1);
}

CASE (sendto, inet6_v6only_to_inet, "kernel net/ipv6/udp.c", "2.6.0",
      NEEDS_IPV6)
{
  struct sockaddr_in where;
  inet_bound (SOCK_DGRAM, &where);
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  set_int_option (fd, SOL_IPV6, IPV6_V6ONLY, 1);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), ENETUNREACH);
}
