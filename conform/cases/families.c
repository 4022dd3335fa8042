/* families.c - families and protocols that a kernel may lack.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* FAMILY with TYPE and PROTOCOL is there, or the error is ABSENT: programs do
   without a family or protocol for this error alone.  */
static void
there_or_not (int family, int type, int protocol, int absent)
{
  long got = socket (family, type, protocol);
  if (got == -absent)
    EXPECT_ERR (socket (family, type, protocol), absent);
  else
    EXPECT_EQ (int_option (MUST (got), SOL_SOCKET, SO_TYPE), type);
}

#define FAMILY(name, family, type, protocol, ...)                             \
  CASE (socket, family_##name, "socket(2)", __VA_ARGS__)                      \
  {                                                                           \
    there_or_not (family, type, protocol, EAFNOSUPPORT);                      \
  }

FAMILY (unix, AF_UNIX, SOCK_STREAM, 0, "2.2")
FAMILY (inet, AF_INET, SOCK_STREAM, 0, "2.2")
FAMILY (inet6, AF_INET6, SOCK_STREAM, 0, "2.2")
FAMILY (netlink, AF_NETLINK, SOCK_RAW, 0, "2.2")
FAMILY (packet, AF_PACKET, SOCK_RAW, 0, "2.2", NEEDS_NET)
FAMILY (alg, AF_ALG, SOCK_SEQPACKET, 0, "2.6.38")
FAMILY (vsock, AF_VSOCK, SOCK_STREAM, 0, "5.5")
FAMILY (xdp, AF_XDP, SOCK_RAW, 0, "4.18", NEEDS_NET)

/* Econet, IrDA, IPX, DECnet, WANPIPE.  */
CASE (socket, families_removed, "socket(2)", "6.1", NEEDS_NOTHING,
      "socket(2) lists AF_IPX and AF_DECnet")
{
  static const unsigned char gone[]
      = { AF_ECONET, AF_IRDA, AF_IPX, AF_DECnet, AF_WANPIPE };
  for (unsigned int i = 0; i < sizeof gone; i++)
    for (int type = SOCK_STREAM; type <= SOCK_SEQPACKET; type++)
      EXPECT_ERR (socket (gone[i], type, 0), EAFNOSUPPORT);
}

#define PROTOCOL(name, family, type, protocol, ...)                           \
  CASE (socket, protocol_##name, "socket(2)", __VA_ARGS__)                    \
  {                                                                           \
    there_or_not (family, type, protocol, EPROTONOSUPPORT);                   \
  }

PROTOCOL (udplite, AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE, "2.6.20")
PROTOCOL (netlink_sock_diag, AF_NETLINK, SOCK_RAW, 4, "3.3")
PROTOCOL (netlink_uevent, AF_NETLINK, SOCK_RAW, 15, "2.6.10")
PROTOCOL (netlink_generic, AF_NETLINK, SOCK_RAW, 16, "2.6.15")
