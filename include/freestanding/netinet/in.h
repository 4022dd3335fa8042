/* netinet/in.h - Internet addresses, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_NETINET_IN_H
#define _TG_NETINET_IN_H

#include <stdint.h>
#include <sys/socket.h>

#include <bits/byteorder.h>

/* ip(7), linux/in.h.  Ports and addresses are in network byte order.  */
typedef uint16_t in_port_t;
typedef uint32_t in_addr_t;

struct in_addr
{
  in_addr_t s_addr;
};

struct sockaddr_in
{
  sa_family_t sin_family;       /* AF_INET.  */
  in_port_t sin_port;
  struct in_addr sin_addr;
  unsigned char sin_zero[8];    /* Pads to the size of a struct sockaddr.  */
};

/* ipv6(7), linux/in6.h.  */
struct in6_addr
{
  union
  {
    uint8_t __bytes[16];
    uint16_t __halves[8];
    uint32_t __words[4];
  } __in6;
};

#define s6_addr   __in6.__bytes
#define s6_addr16 __in6.__halves
#define s6_addr32 __in6.__words

struct sockaddr_in6
{
  sa_family_t sin6_family;      /* AF_INET6.  */
  in_port_t sin6_port;
  uint32_t sin6_flowinfo;       /* Network byte order.  */
  struct in6_addr sin6_addr;
  uint32_t sin6_scope_id;       /* Interface of a link-local address.  */
};

/* Addresses in host byte order: use htonl.  */
#define INADDR_ANY                 ((in_addr_t) 0x00000000)
#define INADDR_BROADCAST           ((in_addr_t) 0xffffffff)
#define INADDR_NONE                ((in_addr_t) 0xffffffff)
#define INADDR_LOOPBACK            ((in_addr_t) 0x7f000001)
#define INADDR_DUMMY               ((in_addr_t) 0xc0000008)
#define INADDR_UNSPEC_GROUP        ((in_addr_t) 0xe0000000)
#define INADDR_ALLHOSTS_GROUP      ((in_addr_t) 0xe0000001)
#define INADDR_ALLRTRS_GROUP       ((in_addr_t) 0xe0000002)
#define INADDR_ALLSNOOPERS_GROUP   ((in_addr_t) 0xe000006a)
#define INADDR_MAX_LOCAL_GROUP     ((in_addr_t) 0xe00000ff)
#define IN_LOOPBACKNET             127
#define IN_MULTICAST(addr) \
  (((in_addr_t) (addr) & 0xf0000000) == 0xe0000000)

/* Initializers; there are no objects in6addr_any and in6addr_loopback.  */
#define IN6ADDR_ANY_INIT \
  { { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } } }
#define IN6ADDR_LOOPBACK_INIT \
  { { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 } } }

/* The size of an address as text, with the null byte.  */
#define INET_ADDRSTRLEN  16
#define INET6_ADDRSTRLEN 46

/* protocols(5), linux/in.h, linux/in6.h.  */
#define IPPROTO_IP       0
#define IPPROTO_HOPOPTS  0
#define IPPROTO_ICMP     1
#define IPPROTO_IGMP     2
#define IPPROTO_IPIP     4
#define IPPROTO_TCP      6
#define IPPROTO_EGP      8
#define IPPROTO_PUP      12
#define IPPROTO_UDP      17
#define IPPROTO_IDP      22
#define IPPROTO_TP       29
#define IPPROTO_DCCP     33
#define IPPROTO_IPV6     41
#define IPPROTO_ROUTING  43
#define IPPROTO_FRAGMENT 44
#define IPPROTO_RSVP     46
#define IPPROTO_GRE      47
#define IPPROTO_ESP      50
#define IPPROTO_AH       51
#define IPPROTO_ICMPV6   58
#define IPPROTO_NONE     59
#define IPPROTO_DSTOPTS  60
#define IPPROTO_MTP      92
#define IPPROTO_BEETPH   94
#define IPPROTO_ENCAP    98
#define IPPROTO_PIM      103
#define IPPROTO_COMP     108
#define IPPROTO_L2TP     115
#define IPPROTO_SCTP     132
#define IPPROTO_MH       135
#define IPPROTO_UDPLITE  136
#define IPPROTO_MPLS     137
#define IPPROTO_ETHERNET 143
#define IPPROTO_RAW      255
#define IPPROTO_MPTCP    262

#include <bits/in.h>
#include <bits/in6.h>

#endif
