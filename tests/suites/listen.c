/* listen.c - tests of listen.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

TEST (makes_tcp_accept)
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_STREAM, &where);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_ACCEPTCONN), 0);
  EXPECT_EQ (listen (fd, 3), 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_ACCEPTCONN), 1);
}

TEST (makes_unix_accept)
{
  static const int types[] = { SOCK_STREAM, SOCK_SEQPACKET };
  struct sockaddr_un name;
  socklen_t length;
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      int fd = unix_bound (types[i], &name, &length);
      EXPECT_EQ (listen (fd, 3), 0);
      EXPECT_EQ (option (fd, SOL_SOCKET, SO_ACCEPTCONN), 1);
    }
}

TEST (gives_tcp_a_port)
{
  struct sockaddr_in where;
  socklen_t length = sizeof where;
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (listen (fd, 1), 0);
  EXPECT_EQ (getsockname (fd, SA (&where), &length), 0);
  EXPECT (where.sin_port != 0);
}

/* How many connections an AF_UNIX listener holds before one would wait.  */
static int
room_of (int backlog)
{
  struct sockaddr_un name;
  socklen_t length;
  int fd = unix_bound (SOCK_STREAM, &name, &length), count = 0;
  EXPECT_EQ (listen (fd, backlog), 0);
  while (count < 10)
    {
      int caller = open_socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
      if (connect (caller, SA (&name), length))
        break;
      count++;
    }
  EXPECT (count == 10 || errno == EAGAIN);
  return count;
}

TEST (passes_the_backlog)
{
  EXPECT_EQ (room_of (0), 1);
  EXPECT_EQ (room_of (2), 3);
  EXPECT_EQ (room_of (5), 6);
}

TEST (takes_a_negative_backlog_as_large) { EXPECT_EQ (room_of (-1), 10); }

TEST (may_be_called_again)
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_STREAM, &where);
  EXPECT_EQ (listen (fd, 1), 0);
  EXPECT_EQ (listen (fd, 7), 0);
}

TEST (refuses_datagrams)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  socklen_t length;
  int inet = inet_bound (SOCK_DGRAM, &where);
  int local = unix_bound (SOCK_DGRAM, &name, &length);
  EXPECT_ERR (listen (inet, 1), EOPNOTSUPP);
  EXPECT_ERR (listen (local, 1), EOPNOTSUPP);
}

TEST (refuses_unix_with_no_name)
{
  int fd = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (listen (fd, 1), EINVAL);
}

TEST (refuses_what_is_connected)
{
  int local[2], tcp[2];
  unix_pair (SOCK_STREAM, local);
  tcp_pair (tcp);
  EXPECT_ERR (listen (local[0], 1), EINVAL);
  EXPECT_ERR (listen (tcp[0], 1), EINVAL);
}

TEST (refuses_what_is_no_socket) { EXPECT_WRONG_FDS (listen (fd, 1)); }

SUITE (listen, CASE (makes_tcp_accept), CASE (makes_unix_accept),
       CASE (gives_tcp_a_port), CASE (passes_the_backlog),
       CASE (takes_a_negative_backlog_as_large), CASE (may_be_called_again),
       CASE (refuses_datagrams), CASE (refuses_unix_with_no_name),
       CASE (refuses_what_is_connected), CASE (refuses_what_is_no_socket))
