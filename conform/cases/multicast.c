/* multicast.c - who receives what is sent to a group.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define GROUP 0xEFFF0102

/* A socket at port and address of the group, on a network of its own.  */
static int
at_group (struct sockaddr_in *where)
{
  socklen_t length = sizeof *where;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_REUSEADDR, 1);
  MUST (bind (fd, where, sizeof *where));
  MUST (getsockname (fd, where, &length));
  return fd;
}

static struct sockaddr_in
group_name (void)
{
  struct sockaddr_in where = loopback (0);
  where.sin_addr.s_addr = htonl (GROUP);
  return where;
}

/* One datagram to WHERE, by loopback.  */
static void
send_to (const struct sockaddr_in *where)
{
  struct sockaddr_in own = loopback (0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (bind (fd, &own, sizeof own));
  MUST (setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &own.sin_addr, 4));
  MUST (sendto (fd, "a", 1, 0, where, sizeof *where));
}

/* SOURCE and OPTION for the group, on loopback.  */
static long
for_source (int fd, int option, in_addr_t source)
{
  /* A struct ip_mreq_source, whose members differ between libcs.  */
  const uint32_t m[]
      = { htonl (GROUP), htonl (INADDR_LOOPBACK), htonl (source) };
  return setsockopt (fd, IPPROTO_IP, option, m, sizeof m);
}

/* Of two sockets, the one that joined, and the other as well unless it has
   IP_MULTICAST_ALL off.  */
CASE (recv, ip_multicast_all, "ip(7)", "2.6.31", NEEDS_NET)
{
  char byte;
  struct sockaddr_in where = group_name ();
  int joined = at_group (&where), other = at_group (&where);
  MUST (for_source (joined, IP_ADD_SOURCE_MEMBERSHIP, INADDR_LOOPBACK));
  send_to (&where);
  EXPECT_RET (recv (joined, &byte, 1, 0), 1);
  EXPECT_RET (recv (other, &byte, 1, 0), 1);
  EXPECT_RET (setsockopt (other, IPPROTO_IP, IP_MULTICAST_ALL, &(int){ 0 }, 4),
              0);
  send_to (&where);
  EXPECT_RET (recv (joined, &byte, 1, 0), 1);
  EXPECT_ERR (recv (other, &byte, 1, MSG_DONTWAIT), EAGAIN);
}

/* From one source alone.  */
CASE (recv, ip_source_membership, "ip(7)", "2.6.31", NEEDS_NET)
{
  char byte;
  struct sockaddr_in where = group_name ();
  int fd = at_group (&where);
  set_int_option (fd, IPPROTO_IP, IP_MULTICAST_ALL, 0);
  EXPECT_RET (for_source (fd, IP_ADD_SOURCE_MEMBERSHIP, INADDR_LOOPBACK + 1),
              0);
  send_to (&where);
  EXPECT_ERR (recv (fd, &byte, 1, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (for_source (fd, IP_ADD_SOURCE_MEMBERSHIP, INADDR_LOOPBACK), 0);
  EXPECT_ERR (for_source (fd, IP_ADD_SOURCE_MEMBERSHIP, INADDR_LOOPBACK),
              EADDRNOTAVAIL);
  send_to (&where);
  EXPECT_RET (recv (fd, &byte, 1, 0), 1);
  EXPECT_RET (for_source (fd, IP_DROP_SOURCE_MEMBERSHIP, INADDR_LOOPBACK), 0);
  send_to (&where);
  EXPECT_ERR (recv (fd, &byte, 1, MSG_DONTWAIT), EAGAIN);
}
