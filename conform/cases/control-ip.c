/* control-ip.c - control data of IPv4 and IPv6, both ways.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The interface that a datagram arrived on, and its destination.  */
CASE (recvmsg, ip_pktinfo, "ip(7)", "2.2", NEEDS_NET)
{
  int fd[2];
  struct control r;
  udp_pair (fd);
  set_int_option (fd[1], IPPROTO_IP, IP_PKTINFO, 1);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  const struct in_pktinfo *got
      = only_control (&r, IPPROTO_IP, IP_PKTINFO, sizeof *got);
  EXPECT_EQ (got->ipi_ifindex, loopback_index ());
  EXPECT_EQ (got->ipi_spec_dst.s_addr, htonl (INADDR_LOOPBACK));
  EXPECT_EQ (got->ipi_addr.s_addr, htonl (INADDR_LOOPBACK));
}

CASE (recvmsg, ip_ttl, "ip(7)", "2.2")
{
  int fd[2];
  struct control r;
  udp_pair (fd);
  set_int_option (fd[0], IPPROTO_IP, IP_TTL, 33);
  set_int_option (fd[1], IPPROTO_IP, IP_RECVTTL, 1);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  const int *ttl = only_control (&r, IPPROTO_IP, IP_TTL, sizeof *ttl);
  EXPECT_EQ (*ttl, 33);
}

/* It is an int when set, and one byte when received.  */
CASE (recvmsg, ip_tos, "ip(7)", "2.2")
{
  int fd[2];
  struct control r;
  udp_pair (fd);
  set_int_option (fd[0], IPPROTO_IP, IP_TOS, 0x48);
  set_int_option (fd[1], IPPROTO_IP, IP_RECVTOS, 1);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  const unsigned char *tos = only_control (&r, IPPROTO_IP, IP_TOS, 1);
  EXPECT_EQ (*tos, 0x48);
}

CASE (recvmsg, ip_origdstaddr, "ip(7)", "2.6.29")
{
  struct control r;
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  set_int_option (fd, IPPROTO_IP, IP_RECVORIGDSTADDR, 1);
  MUST (sendto (fd, "a", 1, 0, &where, sizeof where));
  EXPECT_RET (receive_control (fd, &r, 0), 1);
  EXPECT_BYTES (only_control (&r, IPPROTO_IP, IP_ORIGDSTADDR, sizeof where),
                &where, sizeof where);
}

/* Three options, three messages, in the order of their numbers.  */
CASE (recvmsg, ip_three_of_them, "kernel net/ipv4/ip_sockglue.c", "2.2")
{
  static const int order[] = { IP_PKTINFO, IP_TTL, IP_TOS };
  int fd[2], count = 0;
  struct control r;
  udp_pair (fd);
  set_int_option (fd[1], IPPROTO_IP, IP_RECVTOS, 1);
  set_int_option (fd[1], IPPROTO_IP, IP_RECVTTL, 1);
  set_int_option (fd[1], IPPROTO_IP, IP_PKTINFO, 1);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  EXPECT_EQ (r.message.msg_controllen, CMSG_SPACE (sizeof (struct in_pktinfo))
                                           + CMSG_SPACE (sizeof (int))
                                           + CMSG_SPACE (1));
  for (struct cmsghdr *c = CMSG_FIRSTHDR (&r.message); c;
       c = CMSG_NXTHDR (&r.message, c))
    EXPECT_EQ (c->cmsg_type, count < 3 ? order[count++] : -1);
  EXPECT_EQ (count, 3);
}

CASE (sendmsg, ip_ttl_zero, "kernel net/ipv4/ip_sockglue.c", "3.13")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (
      send_control (fd[0], 0, IPPROTO_IP, IP_TTL, &(int){ 0 }, sizeof (int)),
      EINVAL);
}

/* --- IPv6.  */

/* A datagram to itself, once OPTION is set.  */
static void
receive6 (struct control *r, int option)
{
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  set_int_option (fd, IPPROTO_IPV6, IPV6_UNICAST_HOPS, 44);
  set_int_option (fd, IPPROTO_IPV6, IPV6_TCLASS, 0x48);
  set_int_option (fd, IPPROTO_IPV6, option, 1);
  MUST (sendto (fd, "a", 1, 0, &where, sizeof where));
  EXPECT_RET (receive_control (fd, r, 0), 1);
}

CASE (recvmsg, ipv6_pktinfo, "ipv6(7)", "2.6.14", NEEDS_NET + NEEDS_IPV6)
{
  struct control r;
  struct sockaddr_in6 self = loopback6 (0);
  receive6 (&r, IPV6_RECVPKTINFO);
  const struct in6_pktinfo *got
      = only_control (&r, IPPROTO_IPV6, IPV6_PKTINFO, sizeof *got);
  EXPECT_BYTES (&got->ipi6_addr, &self.sin6_addr, 16);
  EXPECT_EQ (got->ipi6_ifindex, loopback_index ());
}

CASE (recvmsg, ipv6_hoplimit, "ipv6(7)", "2.6.14", NEEDS_IPV6)
{
  struct control r;
  receive6 (&r, IPV6_RECVHOPLIMIT);
  const int *hops
      = only_control (&r, IPPROTO_IPV6, IPV6_HOPLIMIT, sizeof *hops);
  EXPECT_EQ (*hops, 44);
}

/* Four bytes here, unlike IP_TOS.  */
CASE (recvmsg, ipv6_tclass, "kernel net/ipv6/datagram.c", "2.6.15", NEEDS_IPV6)
{
  struct control r;
  receive6 (&r, IPV6_RECVTCLASS);
  const int *tclass
      = only_control (&r, IPPROTO_IPV6, IPV6_TCLASS, sizeof *tclass);
  EXPECT_EQ (*tclass, 0x48);
}
