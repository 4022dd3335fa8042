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
CASE (setsockopt, udp_segment, "udp(7)", "4.18")
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

/* The same for one send: two bytes of control data.  */
CASE (sendmsg, udp_segment, "udp(7)", "4.18")
{
  int fd[2];
  char room[64];
  uint16_t size = 10;
  union
  {
    struct cmsghdr header;
    char room[CMSG_SPACE (sizeof size)];
  } control;
  struct iovec piece = { room, 25 };
  struct msghdr message = { .msg_iov = &piece,
                            .msg_iovlen = 1,
                            .msg_control = &control,
                            .msg_controllen = sizeof control };
  udp_pair (fd);
  FILLED (control);
  FILLED (room);
  control.header.cmsg_len = CMSG_LEN (sizeof size);
  control.header.cmsg_level = IPPROTO_UDP;
  control.header.cmsg_type = UDP_SEGMENT;
  memcpy (CMSG_DATA (&control.header), &size, sizeof size);
  EXPECT_RET (sendmsg (fd[0], &message, 0), 25);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 10);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 10);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 5);
}

CASE (setsockopt, udp_segment_bounds, "kernel net/ipv4/udp.c", "4.18")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_UDP, UDP_SEGMENT, &(int){ -1 }, 4),
              EINVAL);
  EXPECT_ERR (setsockopt (fd, IPPROTO_UDP, UDP_SEGMENT, &(int){ 65536 }, 4),
              EINVAL);
}

/* Several of a send in one buffer, and how long each was.  */
CASE (recvmsg, udp_gro, "udp(7)", "5.0", NEEDS_NET)
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
