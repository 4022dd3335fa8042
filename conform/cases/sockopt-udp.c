/* sockopt-udp.c - options of level IPPROTO_UDP: udp(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (setsockopt, udp_cork, "udp(7)", "2.5.44")
{
  int fd[2];
  char room[8];
  udp_pair (fd);
  EXPECT_RET (setsockopt (fd[0], IPPROTO_UDP, UDP_CORK, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd[0], IPPROTO_UDP, UDP_CORK), 1);
  EXPECT_RET (send (fd[0], "ab", 2, 0), 2);
  EXPECT_RET (send (fd[0], "cde", 3, 0), 3);
  EXPECT_ERR (recv (fd[1], room, sizeof room, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (setsockopt (fd[0], IPPROTO_UDP, UDP_CORK, &(int){ 0 }, 4), 0);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 5);
  EXPECT_BYTES (room, "abcde", 5);
}

/* One send, datagrams of so many bytes, and one with the rest.  */
CASE (setsockopt, udp_segment, "kernel net/ipv4/udp.c", "4.18", NEEDS_NOTHING,
      "udp(7) does not have UDP_SEGMENT")
{
  int fd[2];
  char room[300];
  udp_pair (fd);
  EXPECT_RET (setsockopt (fd[0], IPPROTO_UDP, UDP_SEGMENT, &(int){ 100 }, 4),
              0);
  EXPECT_EQ (int_option (fd[0], IPPROTO_UDP, UDP_SEGMENT), 100);
  FILLED (room);
  EXPECT_RET (send (fd[0], room, 250, 0), 250);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 100);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 100);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 50);
}

CASE (setsockopt, udp_segment_bounds, "kernel net/ipv4/udp.c", "4.18")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_UDP, UDP_SEGMENT, &(int){ -1 }, 4),
              EINVAL);
  EXPECT_ERR (setsockopt (fd, IPPROTO_UDP, UDP_SEGMENT, &(int){ 65536 }, 4),
              EINVAL);
}

/* Several of a send in one buffer, and how long each was.  Before 5.11
   loopback cuts them apart.  */
CASE (recvmsg, udp_gro, "kernel net/ipv4/udp.c", "5.11", NEEDS_NET,
      "udp(7) does not have UDP_GRO")
{
  int fd[2];
  char block[250];
  struct control r;
  udp_pair (fd);
  set_int_option (fd[0], IPPROTO_UDP, UDP_SEGMENT, 100);
  set_int_option (fd[1], IPPROTO_UDP, UDP_GRO, 1);
  FILLED (block);
  MUST (send (fd[0], block, sizeof block, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), sizeof block);
  const int *size = only_control (&r, IPPROTO_UDP, UDP_GRO, sizeof *size);
  EXPECT_EQ (*size, 100);
}
