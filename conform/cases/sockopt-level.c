/* sockopt-level.c - options and levels that are unknown, or read-only.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define NO_LEVEL 12345
#define NO_OPTION 9999

static void
set_refused (int fd, int level, int option, int error)
{
  int value = 1;
  EXPECT_ERR (setsockopt (fd, level, option, &value, sizeof value), error);
}

static void
get_refused (int fd, int level, int option, int error)
{
  int value;
  socklen_t length = sizeof value;
  EXPECT_ERR (getsockopt (fd, level, option, &value, &length), error);
}

/* ERROR from LEVEL and OPTION on a socket of FAMILY and TYPE: when set,
   read, or both.  */
#define SET_REFUSED(name, family, type, level, option, error, source, since,  \
                    ...)                                                      \
  CASE (setsockopt, name, source, since, ##__VA_ARGS__)                       \
  {                                                                           \
    set_refused (new_socket (family, type), level, option, error);            \
  }
#define GET_REFUSED(name, family, type, level, option, error, source, since,  \
                    ...)                                                      \
  CASE (getsockopt, name, source, since, ##__VA_ARGS__)                       \
  {                                                                           \
    get_refused (new_socket (family, type), level, option, error);            \
  }
#define REFUSED(...) SET_REFUSED (__VA_ARGS__) GET_REFUSED (__VA_ARGS__)

REFUSED (optname_unknown, AF_UNIX, SOCK_STREAM, SOL_SOCKET, NO_OPTION,
         ENOPROTOOPT, "getsockopt(2)", "1.0")
REFUSED (optname_negative, AF_INET, SOCK_DGRAM, SOL_SOCKET, -1, ENOPROTOOPT,
         "getsockopt(2)", "1.0")
REFUSED (ip_optname_unknown, AF_INET, SOCK_DGRAM, IPPROTO_IP, NO_OPTION,
         ENOPROTOOPT, "getsockopt(2)", "1.0")
REFUSED (ipv6_optname_unknown, AF_INET6, SOCK_DGRAM, IPPROTO_IPV6, NO_OPTION,
         ENOPROTOOPT, "getsockopt(2)", "2.1.8", NEEDS_IPV6)
REFUSED (tcp_optname_unknown, AF_INET, SOCK_STREAM, IPPROTO_TCP, NO_OPTION,
         ENOPROTOOPT, "getsockopt(2)", "1.0")
REFUSED (udp_optname_unknown, AF_INET, SOCK_DGRAM, IPPROTO_UDP, NO_OPTION,
         ENOPROTOOPT, "getsockopt(2)", "2.6.0")
SET_REFUSED (level_unknown_udp, AF_INET, SOCK_DGRAM, NO_LEVEL, 1, ENOPROTOOPT,
             "getsockopt(2)", "2.2")
GET_REFUSED (level_unknown_udp, AF_INET, SOCK_DGRAM, NO_LEVEL, 1, EOPNOTSUPP,
             "kernel net/ipv4/ip_sockglue.c", "2.6.0", NEEDS_NOTHING,
             "getsockopt(2): ENOPROTOOPT")
SET_REFUSED (level_unknown_tcp, AF_INET, SOCK_STREAM, NO_LEVEL, 1, ENOPROTOOPT,
             "getsockopt(2)", "2.2")
GET_REFUSED (level_unknown_tcp, AF_INET, SOCK_STREAM, NO_LEVEL, 1, EOPNOTSUPP,
             "kernel net/ipv4/ip_sockglue.c", "2.6.0", NEEDS_NOTHING,
             "getsockopt(2): ENOPROTOOPT")
REFUSED (level_unknown_udp6, AF_INET6, SOCK_DGRAM, NO_LEVEL, 1, ENOPROTOOPT,
         "getsockopt(2)", "2.2", NEEDS_IPV6)
SET_REFUSED (level_negative_tcp, AF_INET, SOCK_STREAM, -1, 1, ENOPROTOOPT,
             "getsockopt(2)", "2.2")
GET_REFUSED (level_negative_tcp, AF_INET, SOCK_STREAM, -1, 1, EOPNOTSUPP,
             "kernel net/ipv4/ip_sockglue.c", "2.6.0", NEEDS_NOTHING,
             "getsockopt(2): ENOPROTOOPT")
REFUSED (level_unknown_unix_stream, AF_UNIX, SOCK_STREAM, NO_LEVEL, 1,
         EOPNOTSUPP, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
         "getsockopt(2): ENOPROTOOPT")
REFUSED (level_unknown_unix_dgram, AF_UNIX, SOCK_DGRAM, NO_LEVEL, 1,
         EOPNOTSUPP, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
         "getsockopt(2): ENOPROTOOPT")
REFUSED (level_tcp_of_unix, AF_UNIX, SOCK_STREAM, IPPROTO_TCP, TCP_NODELAY,
         EOPNOTSUPP, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
         "getsockopt(2): ENOPROTOOPT")
SET_REFUSED (level_tcp_of_udp, AF_INET, SOCK_DGRAM, IPPROTO_TCP, TCP_NODELAY,
             ENOPROTOOPT, "getsockopt(2)", "2.2")
GET_REFUSED (level_tcp_of_udp, AF_INET, SOCK_DGRAM, IPPROTO_TCP, TCP_NODELAY,
             EOPNOTSUPP, "kernel net/ipv4/ip_sockglue.c", "2.6.0",
             NEEDS_NOTHING, "getsockopt(2): ENOPROTOOPT")
SET_REFUSED (level_udp_of_tcp, AF_INET, SOCK_STREAM, IPPROTO_UDP, UDP_CORK,
             ENOPROTOOPT, "getsockopt(2)", "2.6.0")
GET_REFUSED (level_udp_of_tcp, AF_INET, SOCK_STREAM, IPPROTO_UDP, UDP_CORK,
             EOPNOTSUPP, "kernel net/ipv4/ip_sockglue.c", "2.6.0",
             NEEDS_NOTHING, "getsockopt(2): ENOPROTOOPT")
SET_REFUSED (level_ipv6_of_inet, AF_INET, SOCK_DGRAM, IPPROTO_IPV6,
             IPV6_V6ONLY, ENOPROTOOPT, "getsockopt(2)", "2.2")
GET_REFUSED (level_ipv6_of_inet, AF_INET, SOCK_DGRAM, IPPROTO_IPV6,
             IPV6_V6ONLY, EOPNOTSUPP, "kernel net/ipv4/ip_sockglue.c", "2.6.0",
             NEEDS_NOTHING, "getsockopt(2): ENOPROTOOPT")

/* An IPv6 socket has the options of IPv4, for mapped addresses.  */
CASE (setsockopt, level_ip_of_inet6, "kernel net/ipv6/ipv6_sockglue.c",
      "2.6.18", NEEDS_IPV6,
      "ipv6(7) does not say that options of ip(7) are there")
{
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  EXPECT_RET (
      setsockopt (fd, IPPROTO_IP, IP_RECVTTL, &(int){ 1 }, sizeof (int)), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_RECVTTL), 1);
}

/* --- Read-only options.  */

#define READ_ONLY(name, family, type, level, option, page, since)             \
  CASE (setsockopt, name##_read_only, page, since)                            \
  {                                                                           \
    set_refused (new_socket (family, type), level, option, ENOPROTOOPT);      \
  }

READ_ONLY (type, AF_UNIX, SOCK_STREAM, SOL_SOCKET, SO_TYPE, "socket(7)", "1.0")
READ_ONLY (domain, AF_UNIX, SOCK_STREAM, SOL_SOCKET, SO_DOMAIN, "socket(7)",
           "2.6.32")
READ_ONLY (protocol, AF_UNIX, SOCK_STREAM, SOL_SOCKET, SO_PROTOCOL,
           "socket(7)", "2.6.32")
READ_ONLY (error, AF_UNIX, SOCK_STREAM, SOL_SOCKET, SO_ERROR, "socket(7)",
           "1.0")
READ_ONLY (acceptconn, AF_INET, SOCK_STREAM, SOL_SOCKET, SO_ACCEPTCONN,
           "socket(7)", "2.3.99")
READ_ONLY (sndlowat, AF_INET, SOCK_STREAM, SOL_SOCKET, SO_SNDLOWAT,
           "socket(7)", "2.2")
READ_ONLY (peercred, AF_UNIX, SOCK_STREAM, SOL_SOCKET, SO_PEERCRED, "unix(7)",
           "2.2")
READ_ONLY (cookie, AF_INET, SOCK_DGRAM, SOL_SOCKET, SO_COOKIE,
           "kernel net/core/sock.c", "4.12")
READ_ONLY (mtu, AF_INET, SOCK_DGRAM, IPPROTO_IP, IP_MTU, "ip(7)", "2.2")
READ_ONLY (info, AF_INET, SOCK_STREAM, IPPROTO_TCP, TCP_INFO, "tcp(7)", "2.4")

/* --- Values above the limit.  */

CASE (setsockopt, rcvbufforce, "socket(7)", "2.6.14", NEEDS_NET)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_RCVBUF, 0x3fffffff);
  int most = int_option (fd, SOL_SOCKET, SO_RCVBUF);
  if (most > INT32_MAX - 8192)
    SKIP ("net.core.rmem_max is the most there can be");
  long got = setsockopt (fd, SOL_SOCKET, SO_RCVBUFFORCE,
                         &(int){ most / 2 + 4096 }, 4);
  if (got == -EPERM)
    SKIP ("rights over this network alone do not do");
  EXPECT_EQ (got, 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_RCVBUF), most + 8192);
}
