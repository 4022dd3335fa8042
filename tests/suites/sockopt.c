/* sockopt.c - tests of setsockopt and getsockopt.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

#include <netinet/tcp.h>
#include <sys/time.h>

static const int one = 1;

static int
set (int fd, int level, int name, int value)
{
  return setsockopt (fd, level, name, &value, sizeof value);
}

TEST (take_an_integer_there_and_back)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_KEEPALIVE), 0);
  EXPECT_EQ (set (fd, SOL_SOCKET, SO_KEEPALIVE, 1), 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_KEEPALIVE), 1);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_REUSEADDR), 0);
  EXPECT_EQ (set (fd, SOL_SOCKET, SO_KEEPALIVE, 0), 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_KEEPALIVE), 0);
}

TEST (pass_the_level)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (set (fd, IPPROTO_TCP, TCP_NODELAY, 1), 0);
  EXPECT_EQ (option (fd, IPPROTO_TCP, TCP_NODELAY), 1);
  EXPECT_EQ (set (fd, IPPROTO_IP, IP_TTL, 77), 0);
  EXPECT_EQ (option (fd, IPPROTO_IP, IP_TTL), 77);
}

TEST (tell_a_doubled_buffer)
{
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (set (fd, SOL_SOCKET, SO_RCVBUF, 10000), 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_RCVBUF), 20000);
}

TEST (take_a_structure_there_and_back)
{
  struct linger linger = { 1, 23 }, got;
  socklen_t length = sizeof got;
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger),
             0);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, SO_LINGER, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.l_onoff, 1);
  EXPECT_EQ (got.l_linger, 23);
}

TEST (tell_what_a_socket_is)
{
  int fd = open_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_TYPE), SOCK_SEQPACKET);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_DOMAIN), AF_UNIX);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_ERROR), 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_ACCEPTCONN), 0);
}

TEST (tell_an_error_once)
{
  int fd[2];
  udp_pair (fd);
  close (fd[1]);
  EXPECT_EQ (send (fd[0], "a", 1, 0), 1);
  struct pollfd failed = { .fd = fd[0], .events = POLLIN };
  EXPECT_EQ (poll (&failed, 1, 10000), 1);
  EXPECT_EQ (option (fd[0], SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_EQ (option (fd[0], SOL_SOCKET, SO_ERROR), 0);
}

TEST (keep_a_timeout)
{
  struct timeval timeout = { 7, 0 }, got;
  socklen_t length = sizeof got;
  int fd = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_EQ (
      setsockopt (fd, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout), 0);
  DIRTY (got);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, SO_SNDTIMEO, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.tv_sec, 7);
  EXPECT_EQ (got.tv_usec, 0);
}

TEST (set_how_long_recv_waits)
{
  struct timeval timeout = { 0, 2000 };
  char got[4];
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (
      setsockopt (fd[0], SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout),
      0);
  EXPECT_ERR (recv (fd[0], got, sizeof got, 0), EAGAIN);
}

TEST (refuse_a_timeout)
{
  struct timeval long_second = { 0, 1000000 }, good = { 1, 0 };
  int fd = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &long_second,
                          sizeof long_second),
              EDOM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &good, sizeof good - 1),
              EINVAL);
}

TEST (getsockopt_cuts_a_value_short)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  unsigned char got[4];
  socklen_t length = 2;
  int value = SOCK_STREAM;
  DIRTY (got);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, SO_TYPE, got, &length), 0);
  EXPECT_EQ (length, 2);
  EXPECT_EQ (memcmp (got, &value, 2), 0);
  EXPECT (untouched (got + 2, got + 4));
}

TEST (getsockopt_leaves_spare_room_alone)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  int got[4];
  socklen_t length = sizeof got;
  DIRTY (got);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, SO_TYPE, got, &length), 0);
  EXPECT_EQ (length, sizeof (int));
  EXPECT_EQ (got[0], SOCK_STREAM);
  EXPECT (untouched (got + 1, got + 4));
}

TEST (getsockopt_refuses_bad_arguments)
{
  int fd = open_socket (AF_INET, SOCK_STREAM), got;
  socklen_t negative = -1, length = sizeof got;
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, &got, nil ()), EFAULT);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, &got, bad ()), EFAULT);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, bad (), &length), EFAULT);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, &got, &negative), EINVAL);
}

TEST (setsockopt_refuses_bad_arguments)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, bad (), sizeof one),
              EFAULT);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, nil (), sizeof one),
              EFAULT);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &one, 3), EINVAL);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &one, -1), EINVAL);
}

TEST (refuse_an_option)
{
  int fd = open_socket (AF_INET, SOCK_STREAM), got;
  socklen_t length = sizeof got;
  EXPECT_ERR (set (fd, SOL_SOCKET, 9999, 1), ENOPROTOOPT);
  EXPECT_ERR (set (fd, SOL_SOCKET, SO_TYPE, 1), ENOPROTOOPT);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, 9999, &got, &length), ENOPROTOOPT);
}

TEST (refuse_a_level)
{
  int inet = open_socket (AF_INET, SOCK_STREAM), got;
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  socklen_t length = sizeof got;
  EXPECT_ERR (set (inet, 9999, SO_REUSEADDR, 1), ENOPROTOOPT);
  EXPECT_ERR (set (local, 9999, SO_REUSEADDR, 1), EOPNOTSUPP);
  EXPECT_ERR (getsockopt (local, 9999, SO_TYPE, &got, &length), EOPNOTSUPP);
}

TEST (refuse_what_is_no_socket)
{
  int got;
  socklen_t length = sizeof got;
  EXPECT_WRONG_FDS (
      setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one));
  EXPECT_WRONG_FDS (getsockopt (fd, SOL_SOCKET, SO_TYPE, &got, &length));
}

SUITE (sockopt, CASE (take_an_integer_there_and_back), CASE (pass_the_level),
       CASE (tell_a_doubled_buffer), CASE (take_a_structure_there_and_back),
       CASE (tell_what_a_socket_is), CASE (tell_an_error_once),
       CASE (keep_a_timeout), CASE (set_how_long_recv_waits),
       CASE (refuse_a_timeout), CASE (getsockopt_cuts_a_value_short),
       CASE (getsockopt_leaves_spare_room_alone),
       CASE (getsockopt_refuses_bad_arguments),
       CASE (setsockopt_refuses_bad_arguments), CASE (refuse_an_option),
       CASE (refuse_a_level), CASE (refuse_what_is_no_socket))
