/* abi-options.h - socket options that only cases need, with structures.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ABI_OPTIONS_H
#define CONFORM_ABI_OPTIONS_H

#include <stdint.h>

/* udp(7), linux/udp.h.  */
#define UDP_CORK    1
#define UDP_SEGMENT 103
#define UDP_GRO     104

/* linux/net_tstamp.h: SO_TIMESTAMPING.  */
#define SOF_TIMESTAMPING_TX_SOFTWARE 0x0002
#define SOF_TIMESTAMPING_RX_SOFTWARE 0x0008
#define SOF_TIMESTAMPING_SOFTWARE    0x0010
#define SOF_TIMESTAMPING_OPT_TSONLY  0x0800

/* linux/errqueue.h: ee_code of SO_EE_ORIGIN_ZEROCOPY.  */
#define SO_EE_CODE_ZEROCOPY_COPIED 1

/* linux/icmp.h, linux/icmpv6.h.  */
#define ICMP_DEST_UNREACH    3
#define ICMP_PORT_UNREACH    3
#define ICMPV6_DEST_UNREACH  1
#define ICMPV6_PORT_UNREACH  4

/* netdevice(7), linux/if.h, linux/if_arp.h, linux/sockios.h.  */
#define IFNAMSIZ        16
#define ARPHRD_LOOPBACK 772
#define SIOCSIFMTU      0x8922

/* rtnetlink(7), linux/rtnetlink.h, linux/netlink.h.  */
struct ifinfomsg
{
  unsigned char ifi_family;
  unsigned char ifi_pad;
  unsigned short ifi_type;	/* ARPHRD_*.  */
  int ifi_index;
  unsigned int ifi_flags;	/* IFF_*.  */
  unsigned int ifi_change;
};

struct nlmsgerr
{
  int error;			/* 0, or -EINVAL and the like.  */
  struct nlmsghdr msg;		/* Of the request.  */
};

struct rtattr
{
  unsigned short rta_len;	/* Header and value.  */
  unsigned short rta_type;
};

struct nl_pktinfo
{
  uint32_t group;
};

#define IFLA_IFNAME              3
#define NLM_F_MULTI              2
#define NETLINK_LIST_MEMBERSHIPS 9

/* packet(7), linux/if_packet.h.  */
#define PACKET_HOST            0
#define PACKET_OUTGOING        4
#define PACKET_ADD_MEMBERSHIP  1
#define PACKET_DROP_MEMBERSHIP 2
#define PACKET_STATISTICS      6
#define PACKET_AUXDATA         8
#define PACKET_VERSION         10
#define PACKET_MR_PROMISC      1
#define TP_STATUS_USER         1

struct packet_mreq
{
  int mr_ifindex;
  unsigned short mr_type;
  unsigned short mr_alen;
  unsigned char mr_address[8];
};

struct tpacket_stats
{
  unsigned int tp_packets;
  unsigned int tp_drops;
};

struct tpacket_auxdata
{
  uint32_t tp_status;
  uint32_t tp_len;
  uint32_t tp_snaplen;
  uint16_t tp_mac;
  uint16_t tp_net;
  uint16_t tp_vlan_tci;
  uint16_t tp_vlan_tpid;
};

#endif
