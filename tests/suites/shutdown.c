/* shutdown.c - tests of shutdown.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

static void
ends_writing (int fd[2])
{
  char got[4];
  EXPECT_EQ (write (fd[0], "abc", 3), 3);
  EXPECT_EQ (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_EQ (read (fd[1], got, sizeof got), 3);
  EXPECT_EQ (read (fd[1], got, sizeof got), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_EQ (write (fd[1], "ab", 2), 2);
  EXPECT_EQ (read (fd[0], got, sizeof got), 2);
}

TEST (ends_writing_by_tcp)
{
  int fd[2];
  tcp_pair (fd);
  ends_writing (fd);
}

TEST (ends_writing_by_unix)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  ends_writing (fd);
}

TEST (ends_reading)
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (shutdown (fd[0], SHUT_RD), 0);
  EXPECT_EQ (read (fd[0], got, sizeof got), 0);
  EXPECT_ERR (send (fd[1], "a", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_EQ (send (fd[0], "ab", 2, MSG_NOSIGNAL), 2);
  EXPECT_EQ (read (fd[1], got, sizeof got), 2);
}

TEST (ends_both)
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (shutdown (fd[0], SHUT_RDWR), 0);
  EXPECT_EQ (read (fd[0], got, sizeof got), 0);
  EXPECT_EQ (read (fd[1], got, sizeof got), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_ERR (send (fd[1], "a", 1, MSG_NOSIGNAL), EPIPE);
}

TEST (keeps_the_descriptor)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (shutdown (fd[0], SHUT_RDWR), 0);
  EXPECT_EQ (shutdown (fd[0], SHUT_RDWR), 0);
  EXPECT_EQ (close (fd[0]), 0);
}

TEST (works_on_connected_udp)
{
  int fd[2];
  udp_pair (fd);
  EXPECT_EQ (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

TEST (refuses_a_manner)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (shutdown (fd[0], 3), EINVAL);
  EXPECT_ERR (shutdown (fd[0], -1), EINVAL);
}

TEST (misses_a_peer)
{
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (shutdown (tcp, SHUT_RDWR), ENOTCONN);
  EXPECT_ERR (shutdown (udp, SHUT_RDWR), ENOTCONN);
}

TEST (needs_no_peer_on_unix)
{
  int fd = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_EQ (shutdown (fd, SHUT_RDWR), 0);
}

TEST (refuses_what_is_no_socket) { EXPECT_WRONG_FDS (shutdown (fd, SHUT_WR)); }

SUITE (shutdown, CASE (ends_writing_by_tcp), CASE (ends_writing_by_unix),
       CASE (ends_reading), CASE (ends_both), CASE (keeps_the_descriptor),
       CASE (works_on_connected_udp), CASE (refuses_a_manner),
       CASE (misses_a_peer), CASE (needs_no_peer_on_unix),
       CASE (refuses_what_is_no_socket))
