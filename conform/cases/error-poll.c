/* error-poll.c - a pending error in poll and in SO_ERROR.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static int
events_of (int fd, int ms)
{
  struct pollfd want = { fd, 0, 0 };
  MUST (poll (&want, 1, ms));
  return want.revents;
}

/* A UDP socket whose datagram was refused.  */
static int
refused (int queue)
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (fd, IPPROTO_IP, IP_RECVERR, queue);
  MUST (connect (fd, &where, sizeof where));
  MUST (send (fd, "a", 1, 0));
  EXPECT_EQ (events_of (fd, 5000), POLLERR);
  return fd;
}

CASE (getsockopt, error_ends_pollerr, "socket(7)", "2.2")
{
  int fd = refused (0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_EQ (events_of (fd, 0), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
}

/* poll does not take it.  */
CASE (recv, error_ends_pollerr, "udp(7)", "2.2")
{
  char byte;
  int fd = refused (0);
  EXPECT_EQ (events_of (fd, 0), POLLERR);
  EXPECT_ERR (recv (fd, &byte, 1, 0), ECONNREFUSED);
  EXPECT_EQ (events_of (fd, 0), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
}

/* With IP_RECVERR, the queue keeps POLLERR up, without an error.  */
CASE (getsockopt, error_leaves_its_queue, "kernel net/ipv4/udp.c", "2.2",
      NEEDS_NOTHING, "poll(2) does not have POLLERR for the error queue")
{
  struct control r;
  int fd = refused (1);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
  EXPECT_EQ (events_of (fd, 0), POLLERR);
  EXPECT_RET (receive_control (fd, &r, MSG_ERRQUEUE), 1);
  EXPECT_EQ (events_of (fd, 0), 0);
}

/* The end of the connection stays, the error does not.  */
CASE (getsockopt, error_tcp_leaves_pollhup, "connect(2)", "2.6.27")
{
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  int fd = MUST (socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  wait_for (fd, POLLOUT);
  EXPECT_EQ (events_of (fd, 5000), POLLERR | POLLHUP);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_EQ (events_of (fd, 0), POLLHUP);
}

/* The peer left a byte unread.  */
CASE (getsockopt, error_unix_ends_pollerr, "unix(7)", "2.4")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  close (fd[1]);
  EXPECT_EQ (events_of (fd[0], 0), POLLERR | POLLHUP);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), ECONNRESET);
  EXPECT_EQ (events_of (fd[0], 0), POLLHUP);
}
