/* socket.c - cases of socket: family, type, protocol.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Families.  */

CASE (socket, family_negative, "socket(2)", "2.4")
{
  EXPECT_ERR (socket (-1, SOCK_STREAM, 0), EAFNOSUPPORT);
}

CASE (socket, family_zero, "socket(2)", "2.4")
{
  EXPECT_ERR (socket (AF_UNSPEC, SOCK_STREAM, 0), EAFNOSUPPORT);
}

CASE (socket, family_200, "socket(2)", "2.4")
{
  EXPECT_ERR (socket (200, SOCK_STREAM, 0), EAFNOSUPPORT);
}

CASE (socket, arguments_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  EXPECT_RANGE (socket (DIRTY_HIGH (AF_INET), DIRTY_HIGH (SOCK_DGRAM),
                        DIRTY_HIGH (IPPROTO_UDP)),
                3, 1024);
}

/* --- Types.  */

CASE (socket, type_11, "socket(2)", "2.4")
{
  EXPECT_ERR (socket (AF_UNIX, 11, 0), EINVAL);
}

CASE (socket, type_negative, "socket(2)", "2.4")
{
  EXPECT_ERR (socket (AF_UNIX, -1, 0), EINVAL);
}

/* Above the four bits of the type there are only two flags.  */
CASE (socket, type_unknown_bit, "socket(2)", "2.6.27")
{
  for (unsigned int bit = 0x10; bit != 0; bit <<= 1)
    if (!(bit & (SOCK_NONBLOCK | SOCK_CLOEXEC)))
      EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM | bit, 0), EINVAL);
}

CASE (socket, inet_type_zero, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "socket(2) does not have ESOCKTNOSUPPORT")
{
  EXPECT_ERR (socket (AF_INET, 0, 0), ESOCKTNOSUPPORT);
}

CASE (socket, inet_rdm, "kernel net/ipv4/af_inet.c", "2.2", NEEDS_NOTHING,
      "socket(2) does not have ESOCKTNOSUPPORT")
{
  EXPECT_ERR (socket (AF_INET, SOCK_RDM, 0), ESOCKTNOSUPPORT);
}

CASE (socket, inet_seqpacket, "ip(7)", "2.2", NEEDS_NOTHING,
      "socket(2) does not have ESOCKTNOSUPPORT")
{
  long got = socket (AF_INET, SOCK_SEQPACKET, 0);
  if (got >= 0 && int_option (got, SOL_SOCKET, SO_PROTOCOL) == IPPROTO_SCTP)
    SKIP ("SCTP has this type");
  EXPECT_ERR (got, ESOCKTNOSUPPORT);
}

CASE (socket, unix_rdm, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
      "socket(2) does not have ESOCKTNOSUPPORT")
{
  EXPECT_ERR (socket (AF_UNIX, SOCK_RDM, 0), ESOCKTNOSUPPORT);
}

CASE (socket, unix_seqpacket, "unix(7)", "2.6.4")
{
  int fd = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TYPE), SOCK_SEQPACKET);
}

/* BSD had it so.  */
CASE (socket, unix_raw_is_datagram, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "unix(7) does not have SOCK_RAW")
{
  int fd = new_socket (AF_UNIX, SOCK_RAW);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TYPE), SOCK_DGRAM);
}

CASE (socket, netlink_stream, "kernel net/netlink/af_netlink.c", "2.2",
      NEEDS_NOTHING, "socket(2) does not have ESOCKTNOSUPPORT")
{
  EXPECT_ERR (socket (AF_NETLINK, SOCK_STREAM, NETLINK_ROUTE),
              ESOCKTNOSUPPORT);
}

/* --- Protocols.  */

CASE (socket, unix_protocol_2, "unix(7)", "2.2")
{
  EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM, 2), EPROTONOSUPPORT);
}

CASE (socket, unix_protocol_unix, "kernel net/unix/af_unix.c", "2.2")
{
  EXPECT_RANGE (socket (AF_UNIX, SOCK_STREAM, PF_UNIX), 3, 1024);
}

CASE (socket, inet_stream_udp, "socket(2)", "2.2")
{
  EXPECT_ERR (socket (AF_INET, SOCK_STREAM, IPPROTO_UDP), EPROTONOSUPPORT);
}

CASE (socket, inet_datagram_tcp, "socket(2)", "2.2")
{
  EXPECT_ERR (socket (AF_INET, SOCK_DGRAM, IPPROTO_TCP), EPROTONOSUPPORT);
}

CASE (socket, inet6_datagram_tcp, "socket(2)", "2.2", NEEDS_IPV6)
{
  EXPECT_ERR (socket (AF_INET6, SOCK_DGRAM, IPPROTO_TCP), EPROTONOSUPPORT);
}

CASE (socket, inet_protocol_negative, "kernel net/ipv4/af_inet.c", "2.2")
{
  EXPECT_RET_FIXED (socket (AF_INET, SOCK_DGRAM, -1), -EINVAL, 4, 4,
                    -EPROTONOSUPPORT);
}

CASE (socket, inet_protocol_100000, "kernel net/ipv4/af_inet.c", "2.2")
{
  EXPECT_RET_FIXED (socket (AF_INET, SOCK_DGRAM, 100000), -EINVAL, 4, 4,
                    -EPROTONOSUPPORT);
}

CASE (socket, netlink_protocol_32, "kernel net/netlink/af_netlink.c", "2.4")
{
  EXPECT_ERR (socket (AF_NETLINK, SOCK_RAW, 32), EPROTONOSUPPORT);
}

/* Zero is the one that the type has.  */
CASE (socket, inet_stream_by_default_tcp, "ip(7)", "2.6.32")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PROTOCOL), IPPROTO_TCP);
}

CASE (socket, inet_datagram_by_default_udp, "ip(7)", "2.6.32")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PROTOCOL), IPPROTO_UDP);
}

CASE (socket, shows_domain_and_type, "socket(7)", "2.6.32")
{
  int fd = MUST (socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, IPPROTO_UDP));
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_DOMAIN), AF_INET);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TYPE), SOCK_DGRAM);
}

/* --- Rights.  */

CASE (socket, raw_without_rights, "raw(7)", "2.2", NEEDS_USER,
      "socket(2) has EACCES")
{
  EXPECT_ERR (socket (AF_INET, SOCK_RAW, IPPROTO_ICMP), EPERM);
}

CASE (socket, raw6_without_rights, "raw(7)", "2.2", NEEDS_USER + NEEDS_IPV6,
      "socket(2) has EACCES")
{
  EXPECT_ERR (socket (AF_INET6, SOCK_RAW, IPPROTO_ICMPV6), EPERM);
}

/* Wrong for everyone, checked before rights.  */
CASE (socket, raw_protocol_zero, "kernel net/ipv4/af_inet.c", "2.4",
      NEEDS_USER, "raw(7) does not say that 0 is no protocol")
{
  EXPECT_ERR (socket (AF_INET, SOCK_RAW, 0), EPROTONOSUPPORT);
}

CASE (socket, raw_with_rights, "raw(7)", "2.6.24", NEEDS_NET)
{
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_ICMP));
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TYPE), SOCK_RAW);
}

/* A packet socket, if there is such a family here.  */
static long
packet_socket (int type)
{
  long got = socket (AF_PACKET, type, htons (ETH_P_IP));
  if (got == -EAFNOSUPPORT)
    SKIP ("no packet sockets here");
  return got;
}

CASE (socket, packet_without_rights, "packet(7)", "2.2", NEEDS_USER,
      "socket(2) has EACCES")
{
  EXPECT_ERR (packet_socket (SOCK_RAW), EPERM);
}

CASE (socket, packet_stream, "kernel net/packet/af_packet.c", "2.6.24",
      NEEDS_NET, "socket(2) does not have ESOCKTNOSUPPORT")
{
  EXPECT_ERR (packet_socket (SOCK_STREAM), ESOCKTNOSUPPORT);
}

/* In a new network no group may send echo requests, not even that of root.  */
CASE (socket, ping_without_rights, "icmp(7)", "3.0", NEEDS_NET)
{
  EXPECT_ERR (socket (AF_INET, SOCK_DGRAM, IPPROTO_ICMP), EACCES);
}
