/* sockopt-network.c - options about the network and its interfaces.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define PACKET_IGNORE_OUTGOING 23

static uint64_t
cookie_of (void)
{
  uint64_t cookie = 0;
  socklen_t length = sizeof cookie;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_NETNS_COOKIE, &cookie, &length),
              0);
  EXPECT_EQ (length, sizeof cookie);
  return cookie;
}

/* The same for all sockets of a network, and for no other.  */
CASE (getsockopt, netns_cookie, "kernel net/core/sock.c", "5.14",
      NEEDS_NOTHING, "socket(7) does not have SO_NETNS_COOKIE")
{
  uint64_t first = cookie_of ();
  EXPECT (first != 0);
  EXPECT (cookie_of () == first);
  own_network ();
  EXPECT (cookie_of () != first);
}

/* The mark of the sender arrives as control data.  */
CASE (recvmsg, mark, "kernel net/socket.c", "5.19", NEEDS_NET,
      "socket(7) does not have SO_RCVMARK")
{
  int fd[2];
  struct control r;
  udp_pair (fd);
  EXPECT_RET (setsockopt (fd[0], SOL_SOCKET, SO_MARK, &(int){ 77 }, 4), 0);
  EXPECT_RET (setsockopt (fd[1], SOL_SOCKET, SO_RCVMARK, &(int){ 1 }, 4), 0);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  const uint32_t *mark = only_control (&r, SOL_SOCKET, SO_MARK, sizeof *mark);
  EXPECT_EQ (*mark, 77);
}

/* In network byte order, unlike all other numbers of interfaces.  */
CASE (setsockopt, ip_unicast_if, "kernel net/ipv4/ip_sockglue.c", "3.4",
      NEEDS_NOTHING, "ip(7) does not have IP_UNICAST_IF")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  int index = (int)htonl ((uint32_t)loopback_index ());
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_UNICAST_IF, &index, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_UNICAST_IF), index);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_UNICAST_IF, &index, 3), EINVAL);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_UNICAST_IF, &(int){ 0x7f }, 4),
              EADDRNOTAVAIL);
}

/* Without it, a packet on loopback is received twice.  */
CASE (recv, packet_ignore_outgoing, "kernel net/packet/af_packet.c", "4.20",
      NEEDS_NET, "packet(7) does not have PACKET_IGNORE_OUTGOING")
{
  char room[8];
  struct sockaddr_in where;
  int udp = inet_bound (SOCK_DGRAM, &where);
  int fd = MUST (socket (AF_PACKET, SOCK_DGRAM, htons (ETH_P_ALL)));
  EXPECT_RET (
      setsockopt (fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_PACKET, PACKET_IGNORE_OUTGOING), 1);
  MUST (sendto (udp, "a", 1, 0, &where, sizeof where));
  wait_for (fd, POLLIN);
  MUST (recv (fd, room, sizeof room, 0));
  EXPECT_ERR (recv (fd, room, sizeof room, MSG_DONTWAIT), EAGAIN);
}

/* Padded to words with ends of the list; an unknown length is refused.  */
CASE (setsockopt, ip_options, "ip(7)", "2.2")
{
  enum
  {
    NOP = 1
  };
  static const char nops[] = { NOP, NOP, NOP }, cut[] = { 7, 40, 4 };
  char got[40];
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_OPTIONS, cut, sizeof cut),
              EINVAL);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_OPTIONS, got, 41), EINVAL);
  EXPECT_RET (setsockopt (fd, IPPROTO_IP, IP_OPTIONS, nops, sizeof nops), 0);
  EXPECT_RET (getsockopt (fd, IPPROTO_IP, IP_OPTIONS, got, &length), 0);
  EXPECT_EQ (length, 4);
  EXPECT_BYTES (got, "\1\1\1", 4);
}
