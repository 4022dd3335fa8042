/* raw.c - SOCK_RAW over IPv4, on loopback in a private network: raw(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define IP_HLEN 20
#define UDP_HLEN 8

/* A received packet has its IP header; a sent one gets one.  */
CASE (recv, raw_with_header, "raw(7)", "1.0", NEEDS_NET)
{
  unsigned char room[64];
  struct sockaddr_in where;
  int udp = inet_bound (SOCK_DGRAM, &where);
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_UDP));
  MUST (sendto (udp, "abc", 3, 0, &where, sizeof where));
  EXPECT_RET (recv (fd, room, sizeof room, 0), IP_HLEN + UDP_HLEN + 3);
  EXPECT_EQ (room[0], 0x45);
  EXPECT_EQ (room[9], IPPROTO_UDP);
  EXPECT_BYTES (room + IP_HLEN + 2, &where.sin_port, 2);
  EXPECT_BYTES (room + IP_HLEN + UDP_HLEN, "abc", 3);
}

CASE (getsockopt, raw_hdrincl_first, "raw(7)", "2.2", NEEDS_NET)
{
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_UDP));
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_HDRINCL), 0);
  fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_RAW));
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_HDRINCL), 1);
}

/* The kernel fills in lengths, checksum, and a source that is null.  */
CASE (sendto, raw_hdrincl, "raw(7)", "2.2", NEEDS_NET)
{
  unsigned char packet[IP_HLEN + UDP_HLEN + 3] = { 0x45 };
  char room[16];
  struct sockaddr_in where, from;
  socklen_t length = sizeof from;
  int udp = inet_bound (SOCK_DGRAM, &where);
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_RAW));
  packet[8] = 64;
  packet[9] = IPPROTO_UDP;
  memcpy (packet + 16, &where.sin_addr, 4);
  memcpy (packet + IP_HLEN, &(uint16_t){ htons (7) }, 2);
  memcpy (packet + IP_HLEN + 2, &where.sin_port, 2);
  packet[IP_HLEN + 5] = UDP_HLEN + 3;
  memcpy (packet + IP_HLEN + UDP_HLEN, "abc", 3);
  EXPECT_RET (sendto (fd, packet, sizeof packet, 0, &where, sizeof where),
              sizeof packet);
  EXPECT_RET (recvfrom (udp, room, sizeof room, 0, &from, &length), 3);
  EXPECT_EQ (from.sin_port, htons (7));
  EXPECT_EQ (from.sin_addr.s_addr, htonl (INADDR_LOOPBACK));
}

/* The filter drops only echo requests.  */
CASE (setsockopt, raw_icmp_filter, "raw(7)", "2.2", NEEDS_NET)
{
  enum
  {
    ICMP_FILTER = 1,
    ICMP_ECHO = 8
  };
  static const unsigned char echo[8] = { ICMP_ECHO, 0, 0xf7, 0xff };
  unsigned char room[64];
  uint32_t filter = 1 << ICMP_ECHO;
  struct sockaddr_in where = loopback (0);
  int fd = MUST (socket (AF_INET, SOCK_RAW, IPPROTO_ICMP));
  EXPECT_RET (setsockopt (fd, SOL_RAW, ICMP_FILTER, &filter, sizeof filter),
              0);
  struct pollfd reply = { fd, POLLIN, 0 };
  /* The kernel may drop the reply on a busy system.  */
  for (int i = 0; i < 8 && reply.revents == 0; i++)
    {
      EXPECT_RET (sendto (fd, echo, sizeof echo, 0, &where, sizeof where), 8);
      EXPECT_RANGE (poll (&reply, 1, 500), 0, 1);
    }
  EXPECT_RET (recv (fd, room, sizeof room, 0), IP_HLEN + 8);
  EXPECT_EQ (room[IP_HLEN], 0);
}
