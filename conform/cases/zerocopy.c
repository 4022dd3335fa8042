/* zerocopy.c - SO_ZEROCOPY, and the messages that count its sends.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define DOCUMENTED "kernel Documentation/networking/msg_zerocopy.rst"

/* The sends that the messages of FD count, from 0 on: COUNT of them, in one
   message or in several, which are in order.  */
static void
all_counted (int fd, uint32_t count)
{
  struct control r;
  struct sock_extended_err got;
  for (uint32_t next = 0; next < count; next = got.ee_data + 1)
    {
      EXPECT_RET (poll (&(struct pollfd){ fd, 0, 0 }, 1, 5000), 1);
      EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 0);
      EXPECT_EQ (r.first.cmsg_type, IP_RECVERR);
      memcpy (&got, CMSG_DATA (&r.first), sizeof got);
      EXPECT_EQ (got.ee_errno, 0);
      EXPECT_EQ (got.ee_origin, SO_EE_ORIGIN_ZEROCOPY);
      EXPECT_EQ (got.ee_code, SO_EE_CODE_ZEROCOPY_COPIED);
      EXPECT_EQ (got.ee_info, next);
      EXPECT_RANGE (got.ee_data, next, count - 1);
    }
  EXPECT_ERR (receive_control (fd, &r, MSG_ERRQUEUE), EAGAIN);
}

/* Three from FD[0]; a send without the flag is not counted.  */
static void
three_counted (const int *fd)
{
  static char block[512], room[4 * sizeof block];
  set_int_option (fd[0], SOL_SOCKET, SO_ZEROCOPY, 1);
  for (int i = 0; i < 4; i++)
    {
      long got = send (fd[0], block, sizeof block, i == 1 ? 0 : MSG_ZEROCOPY);
      if (got == -ENOBUFS)
        SKIP ("no pages may be locked");
      EXPECT_EQ (got, sizeof block);
      MUST (recv (fd[1], room, sizeof room, 0));
    }
  all_counted (fd[0], 3);
}

CASE (recvmsg, zerocopy_counts_tcp, DOCUMENTED, "5.0")
{
  int fd[2];
  tcp_pair (fd);
  three_counted (fd);
}

CASE (recvmsg, zerocopy_counts_udp, DOCUMENTED, "5.0")
{
  int fd[2];
  udp_pair (fd);
  three_counted (fd);
}

CASE (setsockopt, zerocopy_of_unix, "kernel net/core/sock.c", "6.1")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_ZEROCOPY, &(int){ 1 }, 4),
              EOPNOTSUPP);
}

CASE (setsockopt, zerocopy_2, "kernel net/core/sock.c", "4.14")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_ZEROCOPY, &(int){ 2 }, 4),
              EINVAL);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_ZEROCOPY, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ZEROCOPY), 1);
}
