/* sockopt-each.c - options by each value, and by each level.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Each value is read back, and the next ones are refused.  */

static void
each_value (int family, int level, int option, int last)
{
  int fd = new_socket (family, SOCK_DGRAM);
  for (int value = 0; value <= last; value++)
    {
      EXPECT_RET (setsockopt (fd, level, option, &value, sizeof value), 0);
      EXPECT_EQ (int_option (fd, level, option), value);
    }
  EXPECT_ERR (setsockopt (fd, level, option, &(int){ last + 1 }, 4), EINVAL);
  EXPECT_ERR (setsockopt (fd, level, option, &(int){ -1 }, 4), EINVAL);
  EXPECT_EQ (int_option (fd, level, option), last);
}

#define EACH_VALUE(name, family, level, option, last, ...)                    \
  CASE (setsockopt, name, __VA_ARGS__)                                        \
  {                                                                           \
    each_value (family, level, option, last);                                 \
  }

EACH_VALUE (ip_mtu_discover_each, AF_INET, IPPROTO_IP, IP_MTU_DISCOVER,
            IP_PMTUDISC_OMIT, "kernel net/ipv4/ip_sockglue.c", "3.15",
            NEEDS_NOTHING,
            "ip(7) does not have IP_PMTUDISC_INTERFACE and IP_PMTUDISC_OMIT")
EACH_VALUE (ipv6_mtu_discover_each, AF_INET6, IPPROTO_IPV6, IPV6_MTU_DISCOVER,
            IPV6_PMTUDISC_OMIT, "kernel net/ipv6/ipv6_sockglue.c", "3.15",
            NEEDS_IPV6)
EACH_VALUE (ip_recverr_rfc4884_each, AF_INET, IPPROTO_IP, IP_RECVERR_RFC4884,
            1, "kernel net/ipv4/ip_sockglue.c", "5.9", NEEDS_NOTHING,
            "ip(7) does not have IP_RECVERR_RFC4884")
EACH_VALUE (ipv6_recverr_rfc4884_each, AF_INET6, IPPROTO_IPV6,
            IPV6_RECVERR_RFC4884, 1, "kernel net/ipv6/ipv6_sockglue.c", "5.9",
            NEEDS_IPV6)

/* --- A null pointer in place of the value.  */

/* SET is the answer to the null pointer of setsockopt; getsockopt always
   fails.  */
static void
null_value (int fd, int level, int option, int set)
{
  socklen_t length = sizeof (int);
  EXPECT_ERR (getsockopt (fd, level, option, NULL_POINTER, &length), EFAULT);
  EXPECT_ERR (setsockopt (fd, level, option, NULL_POINTER, length), set);
}

#define NULL_VALUE(name, socket, level, option, error, ...)                   \
  CASE (setsockopt, optval_null_##name, __VA_ARGS__)                          \
  {                                                                           \
    null_value (MUST (socket), level, option, error);                         \
  }

NULL_VALUE (ip, socket (AF_INET, SOCK_DGRAM, 0), IPPROTO_IP, IP_TOS, EFAULT,
            "setsockopt(2)", "2.2")
NULL_VALUE (tcp, socket (AF_INET, SOCK_STREAM, 0), IPPROTO_TCP, TCP_NODELAY,
            EFAULT, "setsockopt(2)", "2.2")
NULL_VALUE (udp, socket (AF_INET, SOCK_DGRAM, 0), IPPROTO_UDP, UDP_CORK,
            EFAULT, "setsockopt(2)", "2.6.0")
NULL_VALUE (netlink, socket (AF_NETLINK, SOCK_RAW, 0), SOL_NETLINK,
            NETLINK_PKTINFO, EFAULT, "setsockopt(2)", "4.6")
NULL_VALUE (packet, socket (AF_PACKET, SOCK_RAW, 0), SOL_PACKET,
            PACKET_AUXDATA, EFAULT, "setsockopt(2)", "2.6.22", NEEDS_NET)
NULL_VALUE (icmp, socket (AF_INET, SOCK_RAW, IPPROTO_ICMP), SOL_RAW, 1, EFAULT,
            "setsockopt(2)", "2.2", NEEDS_NET)
NULL_VALUE (raw6, socket (AF_INET6, SOCK_RAW, IPPROTO_UDP), IPPROTO_IPV6, 7,
            EFAULT, "setsockopt(2)", "2.6.0", NEEDS_NET + NEEDS_IPV6)

/* IPv6 takes it for a zero.  */
CASE (setsockopt, optval_null_ipv6, "kernel net/ipv6/ipv6_sockglue.c",
      "2.6.15", NEEDS_IPV6, "setsockopt(2): EFAULT")
{
  int fd = new_socket (AF_INET6, SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IPV6, IPV6_TCLASS, 5);
  null_value (fd, IPPROTO_IPV6, IPV6_TCLASS, 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IPV6, IPV6_TCLASS), 0);
}

/* --- Unknown options of raw sockets, and of UDP.  */

#define ICMP_FILTER 1
#define UDP_ENCAP 100

/* The one option of SOL_RAW is for ICMP.  */
CASE (setsockopt, raw_icmp_filter_of_udp, "kernel net/ipv4/raw.c", "2.2",
      NEEDS_NET, "raw(7) does not have EOPNOTSUPP for this")
{
  uint32_t filter = 0;
  socklen_t length = sizeof filter;
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_UDP));
  EXPECT_ERR (setsockopt (fd, SOL_RAW, ICMP_FILTER, &filter, length),
              EOPNOTSUPP);
  EXPECT_ERR (getsockopt (fd, SOL_RAW, ICMP_FILTER, &filter, &length),
              EOPNOTSUPP);
}

CASE (setsockopt, raw_optname_unknown, "getsockopt(2)", "2.2", NEEDS_NET)
{
  uint32_t value = 0;
  socklen_t length = sizeof value;
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_ICMP));
  EXPECT_ERR (setsockopt (fd, SOL_RAW, 9999, &value, length), ENOPROTOOPT);
  EXPECT_ERR (getsockopt (fd, SOL_RAW, 9999, &value, &length), ENOPROTOOPT);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, 9999, &value, length), ENOPROTOOPT);
  EXPECT_ERR (getsockopt (fd, IPPROTO_IP, 9999, &value, &length), ENOPROTOOPT);
}

CASE (setsockopt, udp_encap_unknown, "kernel net/ipv4/udp.c", "2.6.8")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_UDP, UDP_ENCAP, &(int){ 99 }, 4),
              ENOPROTOOPT);
  EXPECT_EQ (int_option (fd, IPPROTO_UDP, UDP_ENCAP), 0);
}

/* --- SO_ACCEPTCONN of AF_UNIX, before listen and after.  */

CASE (getsockopt, acceptconn_unix, "socket(7)", "2.4")
{
  int fd[2];
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int listener = unix_bound (SOCK_STREAM, &name, length);
  EXPECT_EQ (int_option (listener, SOL_SOCKET, SO_ACCEPTCONN), 0);
  MUST (listen (listener, 1));
  EXPECT_EQ (int_option (listener, SOL_SOCKET, SO_ACCEPTCONN), 1);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ACCEPTCONN), 0);
}
