/* bits/in.h - options of IPv4 sockets, the same on every architecture.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_IN_H
#define _TG_BITS_IN_H

#include <netinet/in.h>

/* ip(7), linux/in.h.  */
#define IP_TOS                   1
#define IP_TTL                   2
#define IP_HDRINCL               3
#define IP_OPTIONS               4
#define IP_ROUTER_ALERT          5
#define IP_RECVOPTS              6
#define IP_RETOPTS               7
#define IP_RECVRETOPTS           IP_RETOPTS
#define IP_PKTINFO               8
#define IP_PKTOPTIONS            9
#define IP_MTU_DISCOVER          10
#define IP_RECVERR               11
#define IP_RECVTTL               12
#define IP_RECVTOS               13
#define IP_MTU                   14
#define IP_FREEBIND              15
#define IP_IPSEC_POLICY          16
#define IP_XFRM_POLICY           17
#define IP_PASSSEC               18
#define IP_TRANSPARENT           19
#define IP_ORIGDSTADDR           20
#define IP_RECVORIGDSTADDR       IP_ORIGDSTADDR
#define IP_MINTTL                21
#define IP_NODEFRAG              22
#define IP_CHECKSUM              23
#define IP_BIND_ADDRESS_NO_PORT  24
#define IP_RECVFRAGSIZE          25
#define IP_RECVERR_RFC4884       26
#define IP_MULTICAST_IF          32
#define IP_MULTICAST_TTL         33
#define IP_MULTICAST_LOOP        34
#define IP_ADD_MEMBERSHIP        35
#define IP_DROP_MEMBERSHIP       36
#define IP_UNBLOCK_SOURCE        37
#define IP_BLOCK_SOURCE          38
#define IP_ADD_SOURCE_MEMBERSHIP 39
#define IP_DROP_SOURCE_MEMBERSHIP 40
#define IP_MSFILTER              41
#define MCAST_JOIN_GROUP         42
#define MCAST_BLOCK_SOURCE       43
#define MCAST_UNBLOCK_SOURCE     44
#define MCAST_LEAVE_GROUP        45
#define MCAST_JOIN_SOURCE_GROUP  46
#define MCAST_LEAVE_SOURCE_GROUP 47
#define MCAST_MSFILTER           48
#define IP_MULTICAST_ALL         49
#define IP_UNICAST_IF            50
#define IP_LOCAL_PORT_RANGE      51
#define IP_PROTOCOL              52

#define IP_DEFAULT_MULTICAST_TTL  1
#define IP_DEFAULT_MULTICAST_LOOP 1

/* IP_MTU_DISCOVER.  */
#define IP_PMTUDISC_DONT      0 /* Let routers fragment.  */
#define IP_PMTUDISC_WANT      1 /* As set for the route.  */
#define IP_PMTUDISC_DO        2 /* Never fragment.  */
#define IP_PMTUDISC_PROBE     3 /* Never, and ignore the path MTU.  */
#define IP_PMTUDISC_INTERFACE 4 /* Use the interface's MTU only,  */
#define IP_PMTUDISC_OMIT      5 /* and fragment to it.  */

/* Source filters: exclude these sources, or include only these.  */
#define MCAST_EXCLUDE 0
#define MCAST_INCLUDE 1

/* IP_ADD_MEMBERSHIP and IP_DROP_MEMBERSHIP; IP_MULTICAST_IF.  */
struct ip_mreq
{
  struct in_addr imr_multiaddr;         /* The group.  */
  struct in_addr imr_interface;         /* An address of the interface.  */
};

struct ip_mreqn
{
  struct in_addr imr_multiaddr;
  struct in_addr imr_address;
  int imr_ifindex;                      /* The interface, or 0.  */
};

/* IP_ADD_SOURCE_MEMBERSHIP, IP_BLOCK_SOURCE and their opposites.  */
struct ip_mreq_source
{
  in_addr_t imr_multiaddr;
  in_addr_t imr_interface;
  in_addr_t imr_sourceaddr;
};

/* IP_MSFILTER: imsf_numsrc addresses, one of which is declared here.  */
struct ip_msfilter
{
  in_addr_t imsf_multiaddr;
  in_addr_t imsf_interface;
  uint32_t imsf_fmode;
  uint32_t imsf_numsrc;
  in_addr_t imsf_slist[1];
};

#define IP_MSFILTER_SIZE(numsrc) \
  (sizeof (struct ip_msfilter) + ((numsrc) - 1) * sizeof (in_addr_t))

/* MCAST_JOIN_GROUP, MCAST_LEAVE_GROUP.  */
struct group_req
{
  uint32_t gr_interface;
  struct sockaddr_storage gr_group;
};

/* MCAST_JOIN_SOURCE_GROUP, MCAST_BLOCK_SOURCE and their opposites.  */
struct group_source_req
{
  uint32_t gsr_interface;
  struct sockaddr_storage gsr_group;
  struct sockaddr_storage gsr_source;
};

/* MCAST_MSFILTER: gf_numsrc addresses, one of which is declared here.  */
struct group_filter
{
  uint32_t gf_interface;
  struct sockaddr_storage gf_group;
  uint32_t gf_fmode;
  uint32_t gf_numsrc;
  struct sockaddr_storage gf_slist[1];
};

#define GROUP_FILTER_SIZE(numsrc) \
  (sizeof (struct group_filter) \
   + ((numsrc) - 1) * sizeof (struct sockaddr_storage))

/* IP_PKTINFO, as an option and as ancillary data.  */
struct in_pktinfo
{
  int ipi_ifindex;
  struct in_addr ipi_spec_dst;          /* Local address.  */
  struct in_addr ipi_addr;              /* Destination in the header.  */
};

#endif
