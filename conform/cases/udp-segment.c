/* udp-segment.c - cases of UDP_SEGMENT: several datagrams in one send.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Control data of one message.  */
struct segment
{
  struct cmsghdr header;
  union
  {
    uint16_t size;
    int whole;
  };
};

/* 50 bytes by FD in segments of SIZE, which has LENGTH bytes.  */
static long
send_segments (int fd, int size, size_t length)
{
  struct segment s;
  struct parcel p;
  FILLED (s);
  control_header (&s, IPPROTO_UDP, UDP_SEGMENT, length);
  s.whole = size;
  if (length == sizeof s.size)
    s.size = (uint16_t)size;
  parcel (&p, 50, &s, CMSG_SPACE (length));
  return sendmsg (fd, &p.message, 0);
}

static void
arrive (int fd, const char *sizes)
{
  char room[64];
  for (; *sizes; sizes++)
    EXPECT_RET (recv (fd, room, sizeof room, 0), *sizes);
  EXPECT_ERR (recv (fd, room, sizeof room, MSG_DONTWAIT), EAGAIN);
}

CASE (sendmsg, udp_segment, "kernel net/ipv4/udp.c", "4.18", NEEDS_NOTHING,
      "udp(7) does not have UDP_SEGMENT")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_RET (send_segments (fd[0], 20, 2), 50);
  arrive (fd[1], "\24\24\12");
}

CASE (sendmsg, udp_segment_of_ipv6, "kernel net/ipv6/udp.c", "4.18",
      NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_RET (send_segments (fd, 25, 2), 50);
  arrive (fd, "\31\31");
}

/* It takes precedence over the option; as many as the data take.  */
CASE (sendmsg, udp_segment_over_option, "kernel net/ipv4/udp.c", "5.4")
{
  int fd[2];
  udp_pair (fd);
  set_int_option (fd[0], IPPROTO_UDP, UDP_SEGMENT, 20);
  EXPECT_RET (send_segments (fd[0], 40, 2), 50);
  arrive (fd[1], "\50\12");
  EXPECT_RET (send_segments (fd[0], 60, 2), 50);
  arrive (fd[1], "\62");
}

CASE (sendmsg, udp_segment_bad, "kernel net/ipv4/udp.c", "4.18")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send_segments (fd[0], 20, 4), EINVAL);
  EXPECT_ERR (send_segments (fd[0], 20, 1), EINVAL);
  arrive (fd[1], "");
}

/* There may be 64 or 128 of them, and each needs its checksum.  */
CASE (send, udp_segment_too_many, "kernel net/ipv4/udp.c", "4.18")
{
  int fd[2];
  static char block[200];
  udp_pair (fd);
  set_int_option (fd[0], IPPROTO_UDP, UDP_SEGMENT, 1);
  EXPECT_ERR (send (fd[0], block, sizeof block, 0), EINVAL);
  EXPECT_RET (send (fd[0], block, 1, 0), 1);
}

CASE (send, udp_segment_no_check, "kernel net/ipv4/udp.c", "4.18")
{
  int fd[2];
  udp_pair (fd);
  set_int_option (fd[0], IPPROTO_UDP, UDP_SEGMENT, 1);
  set_int_option (fd[0], SOL_SOCKET, SO_NO_CHECK, 1);
  EXPECT_ERR (send (fd[0], "ab", 2, 0), EINVAL);
}
