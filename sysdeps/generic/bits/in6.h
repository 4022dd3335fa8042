/* bits/in6.h - options of IPv6 sockets, the same on every architecture.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_IN6_H
#define _TG_BITS_IN6_H

#include <netinet/in.h>

/* ipv6(7), linux/in6.h.  */
#define IPV6_ADDRFORM              1
#define IPV6_2292PKTINFO           2
#define IPV6_2292HOPOPTS           3
#define IPV6_2292DSTOPTS           4
#define IPV6_2292RTHDR             5
#define IPV6_2292PKTOPTIONS        6
#define IPV6_CHECKSUM              7
#define IPV6_2292HOPLIMIT          8
#define IPV6_NEXTHOP               9
#define IPV6_AUTHHDR               10
#define IPV6_FLOWINFO              11
#define IPV6_UNICAST_HOPS          16
#define IPV6_MULTICAST_IF          17
#define IPV6_MULTICAST_HOPS        18
#define IPV6_MULTICAST_LOOP        19
#define IPV6_ADD_MEMBERSHIP        20
#define IPV6_JOIN_GROUP            IPV6_ADD_MEMBERSHIP
#define IPV6_DROP_MEMBERSHIP       21
#define IPV6_LEAVE_GROUP           IPV6_DROP_MEMBERSHIP
#define IPV6_ROUTER_ALERT          22
#define IPV6_MTU_DISCOVER          23
#define IPV6_MTU                   24
#define IPV6_RECVERR               25
#define IPV6_V6ONLY                26
#define IPV6_JOIN_ANYCAST          27
#define IPV6_LEAVE_ANYCAST         28
#define IPV6_MULTICAST_ALL         29
#define IPV6_ROUTER_ALERT_ISOLATE  30
#define IPV6_RECVERR_RFC4884       31
#define IPV6_FLOWLABEL_MGR         32
#define IPV6_FLOWINFO_SEND         33
#define IPV6_IPSEC_POLICY          34
#define IPV6_XFRM_POLICY           35
#define IPV6_HDRINCL               36
#define IPV6_RECVPKTINFO           49
#define IPV6_PKTINFO               50
#define IPV6_RECVHOPLIMIT          51
#define IPV6_HOPLIMIT              52
#define IPV6_RECVHOPOPTS           53
#define IPV6_HOPOPTS               54
#define IPV6_RTHDRDSTOPTS          55
#define IPV6_RECVRTHDR             56
#define IPV6_RTHDR                 57
#define IPV6_RECVDSTOPTS           58
#define IPV6_DSTOPTS               59
#define IPV6_RECVPATHMTU           60
#define IPV6_PATHMTU               61
#define IPV6_DONTFRAG              62
#define IPV6_RECVTCLASS            66
#define IPV6_TCLASS                67
#define IPV6_AUTOFLOWLABEL         70
#define IPV6_ADDR_PREFERENCES      72
#define IPV6_MINHOPCOUNT           73
#define IPV6_ORIGDSTADDR           74
#define IPV6_RECVORIGDSTADDR       IPV6_ORIGDSTADDR
#define IPV6_TRANSPARENT           75
#define IPV6_UNICAST_IF            76
#define IPV6_RECVFRAGSIZE          77
#define IPV6_FREEBIND              78

/* IPV6_MTU_DISCOVER: as with IPv4.  */
#define IPV6_PMTUDISC_DONT      0
#define IPV6_PMTUDISC_WANT      1
#define IPV6_PMTUDISC_DO        2
#define IPV6_PMTUDISC_PROBE     3
#define IPV6_PMTUDISC_INTERFACE 4
#define IPV6_PMTUDISC_OMIT      5

/* IPV6_ADDR_PREFERENCES (RFC 5014).  */
#define IPV6_PREFER_SRC_TMP            0x0001
#define IPV6_PREFER_SRC_PUBLIC         0x0002
#define IPV6_PREFER_SRC_COA            0x0004
#define IPV6_PREFER_SRC_CGA            0x0008
#define IPV6_PREFER_SRC_PUBTMP_DEFAULT 0x0100
#define IPV6_PREFER_SRC_HOME           0x0400
#define IPV6_PREFER_SRC_NONCGA         0x0800

/* IPV6_JOIN_GROUP, IPV6_LEAVE_GROUP.  */
struct ipv6_mreq
{
  struct in6_addr ipv6mr_multiaddr;
  unsigned int ipv6mr_interface;
};

/* IPV6_PKTINFO, as an option and as ancillary data (linux/ipv6.h).  */
struct in6_pktinfo
{
  struct in6_addr ipi6_addr;
  unsigned int ipi6_ifindex;
};

/* Kinds of addresses (RFC 3493, 6.4); A is a const struct in6_addr *.  */
#define IN6_IS_ADDR_UNSPECIFIED(a) \
  (((a)->s6_addr32[0] | (a)->s6_addr32[1] | (a)->s6_addr32[2] \
    | (a)->s6_addr32[3]) == 0)
#define IN6_IS_ADDR_LOOPBACK(a) \
  (((a)->s6_addr32[0] | (a)->s6_addr32[1] | (a)->s6_addr32[2]) == 0 \
   && (a)->s6_addr32[3] == htonl (1))
#define IN6_IS_ADDR_V4MAPPED(a) \
  (((a)->s6_addr32[0] | (a)->s6_addr32[1]) == 0 \
   && (a)->s6_addr32[2] == htonl (0xffff))
#define IN6_IS_ADDR_V4COMPAT(a) \
  (((a)->s6_addr32[0] | (a)->s6_addr32[1] | (a)->s6_addr32[2]) == 0 \
   && ntohl ((a)->s6_addr32[3]) > 1)
#define IN6_IS_ADDR_LINKLOCAL(a) \
  ((a)->s6_addr[0] == 0xfe && ((a)->s6_addr[1] & 0xc0) == 0x80)
#define IN6_IS_ADDR_SITELOCAL(a) \
  ((a)->s6_addr[0] == 0xfe && ((a)->s6_addr[1] & 0xc0) == 0xc0)
#define IN6_IS_ADDR_MULTICAST(a) ((a)->s6_addr[0] == 0xff)

/* The scopes of multicast addresses.  */
#define IN6_IS_ADDR_MC_NODELOCAL(a) __TG_IN6_SCOPE (a, 0x1)
#define IN6_IS_ADDR_MC_LINKLOCAL(a) __TG_IN6_SCOPE (a, 0x2)
#define IN6_IS_ADDR_MC_SITELOCAL(a) __TG_IN6_SCOPE (a, 0x5)
#define IN6_IS_ADDR_MC_ORGLOCAL(a)  __TG_IN6_SCOPE (a, 0x8)
#define IN6_IS_ADDR_MC_GLOBAL(a)    __TG_IN6_SCOPE (a, 0xe)
#define __TG_IN6_SCOPE(a, scope) \
  (IN6_IS_ADDR_MULTICAST (a) && ((a)->s6_addr[1] & 0xf) == (scope))

#endif
