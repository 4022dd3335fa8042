/* abi.h - structures of the kernel that only cases need.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ABI_H
#define CONFORM_ABI_H

#include <netinet/in.h>
#include <stdint.h>
#include <sys/socket.h>

/* netlink(7), linux/netlink.h.  */
#define NETLINK_ROUTE    0
#define NETLINK_USERSOCK 2

struct sockaddr_nl
{
  sa_family_t nl_family;	/* AF_NETLINK.  */
  unsigned short nl_pad;
  uint32_t nl_pid;
  uint32_t nl_groups;
};

struct nlmsghdr
{
  uint32_t nlmsg_len;
  uint16_t nlmsg_type;
  uint16_t nlmsg_flags;
  uint32_t nlmsg_seq;
  uint32_t nlmsg_pid;
};

#define NLM_F_REQUEST 1
#define NLM_F_ACK     4
#define NLM_F_DUMP    0x300
#define NLMSG_NOOP    1
#define NLMSG_ERROR   2
#define NLMSG_DONE    3
#define RTM_NEWLINK   16
#define RTM_GETLINK   18

/* Options of SOL_NETLINK.  */
#define NETLINK_ADD_MEMBERSHIP  1
#define NETLINK_DROP_MEMBERSHIP 2
#define NETLINK_PKTINFO         3
#define NETLINK_BROADCAST_ERROR 4
#define NETLINK_NO_ENOBUFS      5
#define NETLINK_CAP_ACK         10
#define NETLINK_EXT_ACK         11
#define NETLINK_GET_STRICT_CHK  12

/* rtnetlink(7), linux/rtnetlink.h.  */
struct rtgenmsg
{
  unsigned char rtgen_family;
};

/* packet(7), linux/if_packet.h.  */
struct sockaddr_ll
{
  unsigned short sll_family;	/* AF_PACKET.  */
  uint16_t sll_protocol;	/* Network byte order.  */
  int sll_ifindex;
  unsigned short sll_hatype;
  unsigned char sll_pkttype;
  unsigned char sll_halen;
  unsigned char sll_addr[8];
};

#define ETH_P_IP  0x0800
#define ETH_P_ALL 0x0003

/* ip(7), linux/errqueue.h.  */
struct sock_extended_err
{
  uint32_t ee_errno;
  uint8_t ee_origin;
  uint8_t ee_type;
  uint8_t ee_code;
  uint8_t ee_pad;
  uint32_t ee_info;
  uint32_t ee_data;
};

#define SO_EE_ORIGIN_LOCAL        1
#define SO_EE_ORIGIN_ICMP         2
#define SO_EE_ORIGIN_ICMP6        3
#define SO_EE_ORIGIN_TIMESTAMPING 4
#define SO_EE_ORIGIN_ZEROCOPY     5

/* netdevice(7), linux/if.h: as much of it as is used; the kernel copies 32 or
   40 bytes.  */
struct ifreq
{
  char ifr_name[16];
  union
  {
    short ifr_flags;
    int ifr_ifindex;
    int ifr_mtu;
    struct sockaddr_in ifr_addr;
    char room[24];
  };
};

/* socketcall(2), linux/net.h: its operations, from the table.  */
#include <conform-operations.h>

#define SIOCGIFFLAGS   0x8913
#define SIOCGIFADDR    0x8915
#define SIOCGIFNETMASK 0x891b
#define SIOCGIFMTU     0x8921
#define SIOCGIFINDEX   0x8933
#define IFF_UP         1
#define IFF_LOOPBACK   8

/* socket(7), linux/filter.h.  */
struct sock_filter
{
  uint16_t code;
  uint8_t jt;
  uint8_t jf;
  uint32_t k;
};

struct sock_fprog
{
  unsigned short len;
  struct sock_filter *filter;
};

#include "abi-options.h"

#endif
