/* packet.c - AF_PACKET, on loopback in a private network: packet(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define ETH_HLEN 14
/* Reserved for experiments: nothing else sends it.  */
#define ETH_P_LOCAL 0x88b5

static int
packet_socket (int type, int protocol)
{
  return MUST (socket (AF_PACKET, type, htons ((uint16_t)protocol)));
}

static struct sockaddr_ll
on_loopback (int protocol)
{
  struct sockaddr_ll name;
  memset (&name, 0, sizeof name);
  name.sll_family = AF_PACKET;
  name.sll_protocol = htons ((uint16_t)protocol);
  name.sll_ifindex = loopback_index ();
  name.sll_halen = 6;
  return name;
}

/* "abc" by protocol ETH_P_LOCAL.  */
static void
send_frame (void)
{
  struct sockaddr_ll name = on_loopback (ETH_P_LOCAL);
  int fd = packet_socket (SOCK_DGRAM, 0);
  EXPECT_RET (sendto (fd, "abc", 3, 0, &name, sizeof name), 3);
}

CASE (recvfrom, packet_name, "packet(7)", "2.2", NEEDS_NET)
{
  char room[16];
  struct sockaddr_ll got, want = on_loopback (ETH_P_LOCAL);
  socklen_t length = sizeof got;
  int fd = packet_socket (SOCK_DGRAM, ETH_P_LOCAL);
  want.sll_hatype = ARPHRD_LOOPBACK;
  want.sll_pkttype = PACKET_HOST;
  send_frame ();
  FILLED (got);
  EXPECT_RET (recvfrom (fd, room, sizeof room, 0, &got, &length), 3);
  EXPECT_BYTES (room, "abc", 3);
  EXPECT_EQ_FIXED (length, sizeof got, 5, 2,
                   offsetof (struct sockaddr_ll, sll_addr) + 6);
  EXPECT_BYTES (&got, &want, offsetof (struct sockaddr_ll, sll_addr) + 6);
}

/* With all protocols requested, it is received outgoing and incoming.  */
CASE (recvfrom, packet_both_ways, "packet(7)", "2.2", NEEDS_NET)
{
  char room[16];
  struct sockaddr_ll name = on_loopback (ETH_P_ALL);
  socklen_t length = sizeof name;
  int fd = packet_socket (SOCK_DGRAM, 0);
  MUST (bind (fd, &name, sizeof name));
  send_frame ();
  do
    EXPECT_RANGE (recvfrom (fd, room, sizeof room, 0, &name, &length), 3, 99);
  while (name.sll_protocol != htons (ETH_P_LOCAL));
  EXPECT_EQ (name.sll_pkttype, PACKET_OUTGOING);
  do
    EXPECT_RANGE (recvfrom (fd, room, sizeof room, 0, &name, &length), 3, 99);
  while (name.sll_protocol != htons (ETH_P_LOCAL));
  EXPECT_EQ (name.sll_pkttype, PACKET_HOST);
}

/* Addresses of six bytes each, and the protocol.  */
CASE (recv, packet_raw_header, "packet(7)", "2.2", NEEDS_NET)
{
  static const unsigned char header[ETH_HLEN] = { [12] = 0x88, [13] = 0xb5 };
  char room[64];
  int fd = packet_socket (SOCK_RAW, ETH_P_LOCAL);
  send_frame ();
  EXPECT_RET (recv (fd, room, sizeof room, 0), ETH_HLEN + 3);
  EXPECT_BYTES (room, header, sizeof header);
  EXPECT_BYTES (room + ETH_HLEN, "abc", 3);
}

CASE (recv, packet_short_buffer, "packet(7)", "2.2", NEEDS_NET)
{
  char room[4];
  int fd = packet_socket (SOCK_DGRAM, ETH_P_LOCAL);
  send_frame ();
  FILLED (room);
  EXPECT_RET (recv (fd, room, 2, MSG_TRUNC), 3);
  EXPECT_UNTOUCHED (room + 2, room + 4);
}

CASE (getsockname, packet_bound, "packet(7)", "2.2", NEEDS_NET)
{
  struct sockaddr_ll got, want = on_loopback (ETH_P_LOCAL);
  socklen_t length = sizeof got;
  int fd = packet_socket (SOCK_RAW, 0);
  want.sll_hatype = ARPHRD_LOOPBACK;
  MUST (bind (fd, &want, sizeof want));
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, offsetof (struct sockaddr_ll, sll_addr) + 6);
  EXPECT_BYTES (&got, &want, length);
}

CASE (bind, packet_no_device, "packet(7)", "2.2", NEEDS_NET)
{
  struct sockaddr_ll name = on_loopback (ETH_P_LOCAL);
  int fd = packet_socket (SOCK_RAW, 0);
  name.sll_ifindex = 0x7ffffff0;
  EXPECT_ERR (bind (fd, &name, sizeof name), ENODEV);
}

CASE (sendto, packet_no_device, "packet(7)", "2.2", NEEDS_NET)
{
  struct sockaddr_ll name = on_loopback (ETH_P_LOCAL);
  int fd = packet_socket (SOCK_DGRAM, 0);
  name.sll_ifindex = 0x7ffffff0;
  EXPECT_ERR (sendto (fd, "abc", 3, 0, &name, sizeof name), ENXIO);
}

/* A whole frame has a header.  */
CASE (sendto, packet_raw_short, "kernel net/packet/af_packet.c", "4.4",
      NEEDS_NET)
{
  struct sockaddr_ll name = on_loopback (ETH_P_LOCAL);
  int fd = packet_socket (SOCK_RAW, 0);
  EXPECT_ERR (sendto (fd, "abc", 3, 0, &name, sizeof name), EINVAL);
}

CASE (connect, packet, "packet(7)", "2.2", NEEDS_NET)
{
  struct sockaddr_ll name = on_loopback (ETH_P_LOCAL);
  int fd = packet_socket (SOCK_DGRAM, 0);
  EXPECT_ERR (connect (fd, &name, sizeof name), EOPNOTSUPP);
}

/* --- Options.  */

CASE (recvmsg, packet_auxdata, "packet(7)", "2.6.21", NEEDS_NET)
{
  struct control r;
  int fd = packet_socket (SOCK_DGRAM, ETH_P_LOCAL);
  set_int_option (fd, SOL_PACKET, PACKET_AUXDATA, 1);
  send_frame ();
  EXPECT_RET (receive_control (fd, &r, 0), 3);
  const struct tpacket_auxdata *got
      = only_control (&r, SOL_PACKET, PACKET_AUXDATA, sizeof *got);
  EXPECT_FLAGS (got->tp_status, TP_STATUS_USER, 0);
  EXPECT_EQ (got->tp_len, 3);
  EXPECT_EQ (got->tp_snaplen, 3);
  EXPECT_EQ (got->tp_vlan_tci, 0);
}

/* Counted since they were last read.  */
CASE (getsockopt, packet_statistics, "packet(7)", "2.4", NEEDS_NET)
{
  struct tpacket_stats got;
  char room[16];
  socklen_t length = sizeof got;
  int fd = packet_socket (SOCK_DGRAM, ETH_P_LOCAL);
  send_frame ();
  send_frame ();
  MUST (recv (fd, room, sizeof room, 0));
  MUST (recv (fd, room, sizeof room, 0));
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_PACKET, PACKET_STATISTICS, &got, &length),
              0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.tp_packets, 2);
  EXPECT_EQ (got.tp_drops, 0);
  EXPECT_RET (getsockopt (fd, SOL_PACKET, PACKET_STATISTICS, &got, &length),
              0);
  EXPECT_EQ (got.tp_packets, 0);
}

CASE (setsockopt, packet_membership, "packet(7)", "2.2", NEEDS_NET)
{
  struct packet_mreq want = { loopback_index (), PACKET_MR_PROMISC, 0, { 0 } };
  int fd = packet_socket (SOCK_DGRAM, 0);
  EXPECT_RET (
      setsockopt (fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &want, sizeof want),
      0);
  EXPECT_RET (
      setsockopt (fd, SOL_PACKET, PACKET_DROP_MEMBERSHIP, &want, sizeof want),
      0);
  want.mr_ifindex = 0x7ffffff0;
  EXPECT_ERR (
      setsockopt (fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &want, sizeof want),
      ENODEV);
}

CASE (setsockopt, packet_version_unknown, "kernel net/packet/af_packet.c",
      "2.6.27", NEEDS_NET)
{
  int fd = packet_socket (SOCK_DGRAM, 0);
  EXPECT_ERR (setsockopt (fd, SOL_PACKET, PACKET_VERSION, &(int){ 9 }, 4),
              EINVAL);
}

CASE (getsockopt, packet_optname_unknown, "getsockopt(2)", "2.2", NEEDS_NET)
{
  int value;
  socklen_t length = sizeof value;
  int fd = packet_socket (SOCK_DGRAM, 0);
  EXPECT_ERR (getsockopt (fd, SOL_PACKET, 9999, &value, &length), ENOPROTOOPT);
}
