/* sockopt-ip.c - options of level IPPROTO_IP: ip(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Values.  */

CASE (setsockopt, ip_ttl, "ip(7)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_TTL, &(int){ 255 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_TTL), 255);
}

CASE (setsockopt, ip_ttl_zero, "kernel net/ipv4/ip_sockglue.c", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_TTL, &(int){ 0 }, 4), EINVAL);
}

CASE (setsockopt, ip_ttl_256, "kernel net/ipv4/ip_sockglue.c", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_TTL, &(int){ 256 }, 4), EINVAL);
}

/* Back to the default of the system.  */
CASE (setsockopt, ip_ttl_minus_one, "kernel net/ipv4/ip_sockglue.c", "2.2",
      NEEDS_NOTHING, "ip(7) does not have -1")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  int first = int_option (fd, IPPROTO_IP, IP_TTL);
  set_int_option (fd, IPPROTO_IP, IP_TTL, 3);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_TTL, &(int){ -1 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_TTL), first);
}

/* Options of IP take a char, too.  */
CASE (setsockopt, ip_ttl_one_byte, "kernel net/ipv4/ip_sockglue.c", "2.2",
      NEEDS_NOTHING, "ip(7) does not say that a char is taken for an int")
{
  unsigned char *ttl = guarded (1);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  *ttl = 200;
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_TTL, ttl, 1), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_TTL), 200);
}

/* socket(7) has the priorities, kernel include/net/route.h which of them.  */
CASE (setsockopt, ip_tos_sets_priority, "socket(7)", "2.2")
{
  enum
  {
    LOW_DELAY = 0x10,
    INTERACTIVE = 6
  };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_TOS, &(int){ LOW_DELAY }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_TOS), LOW_DELAY);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PRIORITY), INTERACTIVE);
}

/* The two bits of congestion are TCP's own.  */
CASE (setsockopt, ip_tos_tcp_ecn, "kernel net/ipv4/ip_sockglue.c", "2.6.0",
      NEEDS_NOTHING, "ip(7) does not say that two bits stay as they are")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_TOS, &(int){ 0x13 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_TOS), 0x10);
}

static void
switches_on (int option)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, option), 0);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, option, &(int){ 7 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, option), 1);
}

#define IP_SWITCH(name, option, page, since)                                  \
  CASE (setsockopt, name, page, since) { switches_on (option); }

IP_SWITCH (ip_pktinfo, IP_PKTINFO, "ip(7)", "2.2")
IP_SWITCH (ip_recvttl, IP_RECVTTL, "ip(7)", "2.2")
IP_SWITCH (ip_recvtos, IP_RECVTOS, "ip(7)", "2.2")
IP_SWITCH (ip_recverr, IP_RECVERR, "ip(7)", "2.2")
IP_SWITCH (ip_recvopts, IP_RECVOPTS, "ip(7)", "2.2")
IP_SWITCH (ip_recvorigdstaddr, IP_RECVORIGDSTADDR, "ip(7)", "2.6.29")
IP_SWITCH (ip_freebind, IP_FREEBIND, "ip(7)", "2.4")
IP_SWITCH (ip_bind_address_no_port, IP_BIND_ADDRESS_NO_PORT, "ip(7)", "4.2")

CASE (setsockopt, ip_mtu_discover, "ip(7)", "2.2")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_MTU_DISCOVER,
                          &(int){ IP_PMTUDISC_DO }, 4),
              0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_MTU_DISCOVER), IP_PMTUDISC_DO);
}

CASE (setsockopt, ip_mtu_discover_unknown, "kernel net/ipv4/ip_sockglue.c",
      "2.2")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_MTU_DISCOVER, &(int){ 9 }, 4),
              EINVAL);
}

CASE (getsockopt, ip_mtu_unconnected, "ip(7)", "2.2")
{
  int mtu;
  socklen_t length = sizeof mtu;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (getsockopt (fd, IPPROTO_IP, IP_MTU, &mtu, &length), ENOTCONN);
}

CASE (getsockopt, ip_mtu_connected, "ip(7)", "2.2", NEEDS_NET)
{
  int fd[2], mtu = -1;
  socklen_t length = sizeof mtu;
  udp_pair (fd);
  EXPECT_RET (getsockopt (fd[0], IPPROTO_IP, IP_MTU, &mtu, &length), 0);
  EXPECT_RANGE (mtu, 16436, 65535);
}

CASE (getsockopt, ip_options_none, "ip(7)", "1.0")
{
  char options[40];
  socklen_t length = sizeof options;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  FILLED (options);
  EXPECT_RET (getsockopt (fd, IPPROTO_IP, IP_OPTIONS, options, &length), 0);
  EXPECT_EQ (length, 0);
  EXPECT_UNTOUCHED (options, options + sizeof options);
}

/* Only raw sockets write their headers.  */
CASE (setsockopt, ip_hdrincl_of_udp, "ip(7)", "2.2")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_HDRINCL, &(int){ 1 }, 4),
              ENOPROTOOPT);
}

CASE (setsockopt, ip_transparent_of_user, "ip(7)", "2.6.28", NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_TRANSPARENT, &(int){ 1 }, 4),
              EPERM);
}

/* --- Effects on bind.  203.0.113.0/24 is reserved for documentation.  */

CASE (setsockopt, ip_bind_no_port, "ip(7)", "4.2")
{
  struct sockaddr_in where = loopback (0);
  socklen_t length = sizeof where;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
  MUST (bind (fd, &where, sizeof where));
  EXPECT_RET (getsockname (fd, &where, &length), 0);
  EXPECT_EQ (where.sin_port, 0);
  EXPECT_EQ (where.sin_addr.s_addr, htonl (INADDR_LOOPBACK));
}

/* --- Groups.  */

CASE (getsockopt, ip_multicast_first, "ip(7)", "2.6.31")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_MULTICAST_TTL), 1);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_MULTICAST_LOOP), 1);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_MULTICAST_ALL), 1);
}

CASE (setsockopt, ip_multicast_ttl_of_tcp, "kernel net/ipv4/ip_sockglue.c",
      "2.2")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_MULTICAST_TTL, &(int){ 1 }, 4),
              EINVAL);
}

static struct ip_mreqn
group (unsigned int address)
{
  struct ip_mreqn g;
  g.imr_multiaddr.s_addr = htonl (address);
  g.imr_address.s_addr = htonl (INADDR_LOOPBACK);
  g.imr_ifindex = 0;
  return g;
}

#define GROUP 0xEFFF0101

CASE (setsockopt, ip_add_membership_no_group, "ip(7)", "1.2")
{
  struct ip_mreqn g = group (INADDR_LOOPBACK);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &g, sizeof g),
              EINVAL);
}

CASE (setsockopt, ip_add_membership_short, "kernel net/ipv4/ip_sockglue.c",
      "1.2")
{
  struct ip_mreqn g = group (GROUP);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &g,
                          sizeof (struct ip_mreq) - 1),
              EINVAL);
}

CASE (setsockopt, ip_add_membership_twice, "kernel net/ipv4/igmp.c", "2.2",
      NEEDS_NET, "ip(7) does not have this EADDRINUSE")
{
  struct ip_mreqn g = group (GROUP);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &g, sizeof g), 0);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &g, sizeof g),
              EADDRINUSE);
}

CASE (setsockopt, ip_drop_membership_of_none, "kernel net/ipv4/igmp.c", "2.2",
      NEEDS_NET)
{
  struct ip_mreqn g = group (GROUP);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_DROP_MEMBERSHIP, &g, sizeof g),
              EADDRNOTAVAIL);
}

/* The old structure, of two addresses; datagrams to the group are
   received.  */
CASE (setsockopt, ip_add_membership_receives, "ip(7)", "1.2", NEEDS_NET)
{
  char room[8];
  struct ip_mreqn g = group (GROUP);
  struct sockaddr_in where = loopback (0);
  socklen_t length = sizeof where;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_addr.s_addr = g.imr_multiaddr.s_addr;
  MUST (bind (fd, &where, sizeof where));
  MUST (getsockname (fd, &where, &length));
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &g,
                          sizeof (struct ip_mreq)),
              0);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &g.imr_address,
                          sizeof g.imr_address),
              0);
  EXPECT_RET (sendto (fd, "abc", 3, 0, &where, sizeof where), 3);
  EXPECT_RET (recv (fd, room, sizeof room, 0), 3);
}

CASE (getsockopt, ip_multicast_if, "ip(7)", "1.2")
{
  struct in_addr own = { htonl (INADDR_LOOPBACK) }, got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &own, sizeof own),
              0);
  EXPECT_RET (getsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.s_addr, own.s_addr);
}
