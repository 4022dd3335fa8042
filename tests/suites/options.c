/* options.c - tests of setsockopt and getsockopt.  */
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

TEST (pass_the_level)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (set (fd, IPPROTO_TCP, TCP_NODELAY, 1), 0);
  EXPECT_EQ (option (fd, IPPROTO_TCP, TCP_NODELAY), 1);
  EXPECT_EQ (set (fd, IPPROTO_IP, IP_TTL, 77), 0);
  EXPECT_EQ (option (fd, IPPROTO_IP, IP_TTL), 77);
}

TEST (return_the_same_structure)
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

TEST (return_the_same_timeout)
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

SUITE (options, CASE (pass_the_level), CASE (return_the_same_structure),
       CASE (return_the_same_timeout), CASE (getsockopt_refuses_bad_arguments),
       CASE (setsockopt_refuses_bad_arguments), CASE (refuse_an_option))
