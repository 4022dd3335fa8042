/* socket.c - tests of socket.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

TEST (makes_what_is_asked)
{
  int fd = socket (AF_INET, SOCK_DGRAM, IPPROTO_UDP);
  EXPECT (fd >= 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_DOMAIN), AF_INET);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_TYPE), SOCK_DGRAM);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_PROTOCOL), IPPROTO_UDP);
}

TEST (chooses_the_protocol)
{
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  EXPECT (fd >= 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_TYPE), SOCK_STREAM);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_PROTOCOL), IPPROTO_TCP);
}

TEST (makes_each_unix_type)
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      int fd = socket (AF_UNIX, types[i], 0);
      EXPECT (fd >= 0);
      EXPECT_EQ (option (fd, SOL_SOCKET, SO_DOMAIN), AF_UNIX);
      EXPECT_EQ (option (fd, SOL_SOCKET, SO_TYPE), types[i]);
    }
}

TEST (sets_no_flag_unasked)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  EXPECT_EQ (fcntl (fd, F_GETFD), 0);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, 0);
}

TEST (sets_close_on_exec)
{
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP);
  EXPECT_EQ (fcntl (fd, F_GETFD), FD_CLOEXEC);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, 0);
}

TEST (sets_nonblocking)
{
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, IPPROTO_UDP);
  EXPECT_EQ (fcntl (fd, F_GETFD), 0);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
}

TEST (takes_the_lowest_number)
{
  int first = open_socket (AF_UNIX, SOCK_STREAM);
  int second = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT (second > first);
  EXPECT_EQ (close (first), 0);
  EXPECT_EQ (socket (AF_INET, SOCK_STREAM, 0), first);
}

TEST (refuses_a_family)
{
  EXPECT_ERR (socket (-1, SOCK_STREAM, 0), EAFNOSUPPORT);
  EXPECT_ERR (socket (200, SOCK_STREAM, 0), EAFNOSUPPORT);
}

TEST (refuses_a_type)
{
  EXPECT_ERR (socket (AF_INET, 11, 0), EINVAL);
  EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM | 0x10000, 0), EINVAL);
}

TEST (refuses_a_protocol)
{
  EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM, 2), EPROTONOSUPPORT);
  EXPECT_ERR (socket (AF_INET, SOCK_STREAM, IPPROTO_UDP), EPROTONOSUPPORT);
}

TEST (refuses_a_type_in_a_family)
{
  EXPECT_ERR (socket (AF_INET, SOCK_SEQPACKET, 0), ESOCKTNOSUPPORT);
}

SUITE (socket, CASE (makes_what_is_asked), CASE (chooses_the_protocol),
       CASE (makes_each_unix_type), CASE (sets_no_flag_unasked),
       CASE (sets_close_on_exec), CASE (sets_nonblocking),
       CASE (takes_the_lowest_number), CASE (refuses_a_family),
       CASE (refuses_a_type), CASE (refuses_a_protocol),
       CASE (refuses_a_type_in_a_family))
