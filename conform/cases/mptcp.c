/* mptcp.c - sockets of IPPROTO_MPTCP.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* linux/mptcp.h.  */
#define SOL_MPTCP 284
#define MPTCP_INFO 1
#define MPTCP_INFO_FLAG_FALLBACK 1
#define MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED 2

/* The first members of struct mptcp_info.  */
struct some_info
{
  uint8_t counts[8];
  uint32_t flags;
  uint32_t token;
};

static int
new_mptcp (void)
{
  long got = socket (AF_INET, SOCK_STREAM, IPPROTO_MPTCP);
  if (got == -EPROTONOSUPPORT)
    SKIP ("the kernel is built without CONFIG_MPTCP");
  if (got == -ENOPROTOOPT)
    SKIP ("net.mptcp.enabled is off");
  return MUST (got);
}

/* Two connected, the first one by PROTOCOL to a listener of OTHER.  */
static void
protocol_pair (int fd[2], int protocol, int other)
{
  struct sockaddr_in where = loopback (0);
  socklen_t length = sizeof where;
  close (new_mptcp ());
  int listener = MUST (socket (AF_INET, SOCK_STREAM, other));
  fd[0] = MUST (socket (AF_INET, SOCK_STREAM, protocol));
  MUST (bind (listener, &where, sizeof where));
  MUST (listen (listener, 1));
  MUST (getsockname (listener, &where, &length));
  MUST (connect (fd[0], &where, sizeof where));
  fd[1] = MUST (accept (listener, 0, 0));
}

static void
carries_data (const int *fd, int protocol, int other)
{
  char room[8];
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_PROTOCOL), protocol);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PROTOCOL), other);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RET (recv (fd[1], room, 3, MSG_WAITALL), 3);
  EXPECT_RET (send (fd[1], "de", 2, 0), 2);
  EXPECT_RET (shutdown (fd[1], SHUT_WR), 0);
  EXPECT_RET (recv (fd[0], room, sizeof room, MSG_WAITALL), 2);
  EXPECT_BYTES (room, "de", 2);
}

CASE (connect, mptcp, "kernel net/mptcp/protocol.c", "5.10", NEEDS_NET,
      "socket(2) does not have IPPROTO_MPTCP")
{
  int fd[2];
  protocol_pair (fd, IPPROTO_MPTCP, IPPROTO_MPTCP);
  carries_data (fd, IPPROTO_MPTCP, IPPROTO_MPTCP);
}

CASE (connect, mptcp_to_tcp, "kernel net/mptcp/protocol.c", "5.10", NEEDS_NET)
{
  int fd[2];
  protocol_pair (fd, IPPROTO_MPTCP, IPPROTO_TCP);
  carries_data (fd, IPPROTO_MPTCP, IPPROTO_TCP);
}

/* accept then returns a socket of plain TCP.  */
CASE (connect, tcp_to_mptcp, "kernel net/mptcp/protocol.c", "5.10", NEEDS_NET)
{
  int fd[2];
  protocol_pair (fd, IPPROTO_TCP, IPPROTO_MPTCP);
  carries_data (fd, IPPROTO_TCP, IPPROTO_TCP);
}

CASE (getsockopt, mptcp_info, "kernel Documentation/networking/mptcp.rst",
      "5.16", NEEDS_NET)
{
  int fd[2];
  struct some_info got;
  socklen_t length = sizeof got;
  protocol_pair (fd, IPPROTO_MPTCP, IPPROTO_MPTCP);
  EXPECT_RET (getsockopt (fd[0], SOL_MPTCP, MPTCP_INFO, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_FLAGS (got.flags, MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED,
                MPTCP_INFO_FLAG_FALLBACK);
  EXPECT_ERR (getsockopt (fd[0], SOL_MPTCP, 99, &got, &length), EOPNOTSUPP);
}

/* This error shows that the connection is plain TCP.  */
CASE (getsockopt, mptcp_info_of_fallback,
      "kernel Documentation/networking/mptcp.rst", "5.16", NEEDS_NET)
{
  int fd[2];
  struct some_info got;
  socklen_t length = sizeof got;
  protocol_pair (fd, IPPROTO_MPTCP, IPPROTO_TCP);
  EXPECT_ERR (getsockopt (fd[0], SOL_MPTCP, MPTCP_INFO, &got, &length),
              EOPNOTSUPP);
}

CASE (setsockopt, mptcp_options, "kernel net/mptcp/sockopt.c", "5.16",
      NEEDS_NET)
{
  int fd[2];
  protocol_pair (fd, IPPROTO_MPTCP, IPPROTO_MPTCP);
  EXPECT_RET (setsockopt (fd[0], IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_KEEPALIVE), 0);
  EXPECT_RET (setsockopt (fd[0], SOL_SOCKET, SO_KEEPALIVE, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_KEEPALIVE), 1);
  EXPECT_ERR (setsockopt (fd[0], IPPROTO_TCP, TCP_REPAIR, &(int){ 1 }, 4),
              ENOPROTOOPT);
}

/* A stream alone.  */
CASE (socket, mptcp_datagram, "socket(2)", "5.6")
{
  EXPECT_ERR (socket (AF_INET, SOCK_DGRAM, IPPROTO_MPTCP), EPROTONOSUPPORT);
}
