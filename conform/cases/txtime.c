/* txtime.c - SO_TXTIME, the time at which a packet is to go.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* linux/net_tstamp.h.  */
#define SOF_TXTIME_REPORT_ERRORS 2

struct txtime
{
  int clock;
  uint32_t flags;
};

static long
set_txtime (int fd, int clock, uint32_t flags, socklen_t length)
{
  struct txtime times[2] = { { clock, flags } };
  return setsockopt (fd, SOL_SOCKET, SO_TXTIME, times, length);
}

CASE (setsockopt, txtime, "kernel net/core/sock.c", "4.19", NEEDS_NET,
      "socket(7) does not have SO_TXTIME")
{
  struct txtime got[2];
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (
      set_txtime (fd, CLOCK_TAI, SOF_TXTIME_REPORT_ERRORS, sizeof *got), 0);
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_TXTIME, got, &length), 0);
  EXPECT_EQ (length, sizeof *got);
  EXPECT_EQ (got->clock, CLOCK_TAI);
  EXPECT_EQ (got->flags, SOF_TXTIME_REPORT_ERRORS);
}

CASE (setsockopt, txtime_bad, "kernel net/core/sock.c", "4.19", NEEDS_NET)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (set_txtime (fd, CLOCK_MONOTONIC, 4, 8), EINVAL);
  EXPECT_ERR (set_txtime (fd, CLOCK_MONOTONIC, 0, 4), EINVAL);
  EXPECT_ERR (set_txtime (fd, CLOCK_MONOTONIC, 0, 16), EINVAL);
}

CASE (setsockopt, txtime_clock_unknown, "kernel net/core/sock.c", "6.12",
      NEEDS_NET)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (set_txtime (fd, 99, 0, 8), EINVAL);
  EXPECT_ERR (set_txtime (fd, CLOCK_BOOTTIME, 0, 8), EINVAL);
}

CASE (setsockopt, txtime_of_user, "kernel net/core/sock.c", "4.19", NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (set_txtime (fd, CLOCK_TAI, 0, 8), EPERM);
}

/* One control message for each; without a queue that looks at it, the packet
   goes at once.  */
CASE (sendmsg, txtime, "kernel net/core/sock.c", "4.19", NEEDS_NET)
{
  int fd[2];
  char byte;
  const int64_t when = 1;
  udp_pair (fd);
  EXPECT_ERR (
      send_control (fd[0], 0, SOL_SOCKET, SCM_TXTIME, &when, sizeof when),
      EINVAL);
  EXPECT_RET (set_txtime (fd[0], CLOCK_MONOTONIC, 0, 8), 0);
  EXPECT_ERR (send_control (fd[0], 0, SOL_SOCKET, SCM_TXTIME, &when, 4),
              EINVAL);
  EXPECT_RET (
      send_control (fd[0], 0, SOL_SOCKET, SCM_TXTIME, &when, sizeof when), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 1);
}
