/* ping.c - datagram sockets of ICMP: icmp(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define ICMP_ECHO 8

struct echo
{
  uint8_t type, code;
  uint16_t checksum, id, sequence;
};

/* Bound to number ID, and connected to this host.  */
static int
ping_socket (uint16_t id)
{
  struct sockaddr_in where = loopback (htons (id));
  set_own ("ipv4/ping_group_range", "0 65534");
  int fd = MUST (socket (AF_INET, SOCK_DGRAM, IPPROTO_ICMP));
  MUST (bind (fd, &where, sizeof where));
  MUST (connect (fd, &where, sizeof where));
  return fd;
}

/* The reply comes without an IP header; the number of the socket, not that of
   the request, is in both.  */
CASE (send, ping, "icmp(7)", "3.0", NEEDS_NET)
{
  struct echo out = { .type = ICMP_ECHO, .id = 7, .sequence = 5 }, in;
  int fd = ping_socket (77);
  EXPECT_RET (send (fd, &out, sizeof out, 0), sizeof out);
  FILLED (in);
  EXPECT_RET (recv (fd, &in, sizeof in, 0), sizeof in);
  EXPECT_EQ (in.type, 0);
  EXPECT_EQ (in.id, htons (77));
  EXPECT_EQ (in.sequence, 5);
}

CASE (send, ping_bad, "kernel net/ipv4/ping.c", "3.0", NEEDS_NET)
{
  struct echo out = { .type = ICMP_ECHO, .code = 1 };
  int fd = ping_socket (77);
  EXPECT_ERR (send (fd, &out, sizeof out, 0), EINVAL);
  out = (struct echo){ .type = ICMP_DEST_UNREACH };
  EXPECT_ERR (send (fd, &out, sizeof out, 0), EINVAL);
  out = (struct echo){ .type = ICMP_ECHO };
  EXPECT_ERR (send (fd, &out, sizeof out - 1, 0), EINVAL);
  EXPECT_ERR (send (fd, &out, sizeof out, MSG_OOB), EOPNOTSUPP);
}

/* Its level is that of IP.  */
CASE (setsockopt, ping_optname_unknown, "getsockopt(2)", "3.0", NEEDS_NET)
{
  uint32_t value = 1;
  socklen_t length = sizeof value;
  int fd = ping_socket (77);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, 9999, &value, length), ENOPROTOOPT);
  EXPECT_ERR (getsockopt (fd, IPPROTO_IP, 9999, &value, &length), ENOPROTOOPT);
  EXPECT_ERR (setsockopt (fd, SOL_RAW, 1, &value, length), ENOPROTOOPT);
  EXPECT_ERR (getsockopt (fd, SOL_RAW, 1, &value, &length), EOPNOTSUPP);
}
