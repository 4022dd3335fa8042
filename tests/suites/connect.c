/* connect.c - tests of connect.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

/* A listener at a port of 127.0.0.1.  */
static int
tcp_listener (struct sockaddr_in *where)
{
  int fd = inet_bound (SOCK_STREAM, where);
  EXPECT_EQ (listen (fd, 5), 0);
  return fd;
}

TEST (reaches_tcp)
{
  struct sockaddr_in where, peer;
  socklen_t length = sizeof peer;
  tcp_listener (&where);
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (connect (fd, SA (&where), sizeof where), 0);
  EXPECT_EQ (getpeername (fd, SA (&peer), &length), 0);
  EXPECT_EQ (peer.sin_port, where.sin_port);
  EXPECT_EQ (peer.sin_addr.s_addr, where.sin_addr.s_addr);
}

static void
reaches_by_name (int type, int listens)
{
  struct sockaddr_un name, peer;
  socklen_t length, size = sizeof peer;
  int target = unix_bound (type, &name, &length);
  if (listens)
    EXPECT_EQ (listen (target, 1), 0);
  int fd = open_socket (AF_UNIX, type);
  EXPECT_EQ (connect (fd, SA (&name), length), 0);
  EXPECT_EQ (getpeername (fd, SA (&peer), &size), 0);
  EXPECT_EQ (size, length);
  EXPECT_EQ (memcmp (&peer, &name, length), 0);
}

TEST (reaches_unix_streams) { reaches_by_name (SOCK_STREAM, 1); }

TEST (reaches_unix_packets) { reaches_by_name (SOCK_SEQPACKET, 1); }

TEST (reaches_unix_datagrams) { reaches_by_name (SOCK_DGRAM, 0); }

TEST (sets_and_clears_a_udp_peer)
{
  struct sockaddr_in where, peer;
  struct sockaddr none = { .sa_family = AF_UNSPEC };
  socklen_t length = sizeof peer;
  inet_bound (SOCK_DGRAM, &where);
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (connect (fd, SA (&where), sizeof where), 0);
  EXPECT_EQ (getpeername (fd, SA (&peer), &length), 0);
  EXPECT_EQ (peer.sin_port, where.sin_port);
  EXPECT_EQ (connect (fd, &none, sizeof none), 0);
  EXPECT_ERR (getpeername (fd, SA (&peer), &length), ENOTCONN);
}

TEST (answers_at_once_when_nonblocking)
{
  struct sockaddr_in where;
  tcp_listener (&where);
  int fd = open_socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, SA (&where), sizeof where), EINPROGRESS);
  struct pollfd ready = { .fd = fd, .events = POLLOUT };
  EXPECT_EQ (poll (&ready, 1, 10000), 1);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_ERROR), 0);
}

TEST (is_refused_where_nobody_listens)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  socklen_t length = unix_name (&name, 'x');
  inet_bound (SOCK_STREAM, &where);
  int inet = open_socket (AF_INET, SOCK_STREAM);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (inet, SA (&where), sizeof where), ECONNREFUSED);
  EXPECT_ERR (connect (local, SA (&name), length), ECONNREFUSED);
}

TEST (misses_a_path)
{
  struct sockaddr_un name = { AF_UNIX, "/trapgate/does/not/exist" };
  int fd = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, SA (&name), sizeof name), ENOENT);
}

TEST (refuses_a_second_peer)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  socklen_t length;
  int tcp[2], local[2];
  tcp_listener (&where);
  EXPECT_EQ (listen (unix_bound (SOCK_STREAM, &name, &length), 1), 0);
  tcp_pair (tcp);
  unix_pair (SOCK_STREAM, local);
  EXPECT_ERR (connect (tcp[0], SA (&where), sizeof where), EISCONN);
  EXPECT_ERR (connect (local[0], SA (&name), length), EISCONN);
}

TEST (would_wait_for_a_full_listener)
{
  struct sockaddr_un name;
  socklen_t length;
  EXPECT_EQ (listen (unix_bound (SOCK_STREAM, &name, &length), 0), 0);
  int first = open_socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
  int second = open_socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK);
  EXPECT_EQ (connect (first, SA (&name), length), 0);
  EXPECT_ERR (connect (second, SA (&name), length), EAGAIN);
}

TEST (refuses_another_family)
{
  struct sockaddr_in where, foreign = { .sin_family = AF_UNIX };
  tcp_listener (&where);
  int inet = open_socket (AF_INET, SOCK_STREAM);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (local, SA (&where), sizeof where), EINVAL);
  EXPECT_ERR (connect (inet, SA (&foreign), sizeof foreign), EAFNOSUPPORT);
}

TEST (refuses_a_length)
{
  struct sockaddr_storage room;
  memset (&room, 0, sizeof room);
  room.ss_family = AF_INET;
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, SA (&room), 15), EINVAL);
  EXPECT_ERR (connect (fd, SA (&room), 129), EINVAL);
  EXPECT_ERR (connect (fd, SA (&room), -1), EINVAL);
}

TEST (refuses_a_bad_pointer)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, bad (), sizeof (struct sockaddr_in)), EFAULT);
  EXPECT_ERR (connect (fd, nil (), sizeof (struct sockaddr_in)), EFAULT);
}

TEST (refuses_what_is_no_socket)
{
  struct sockaddr_in where = loopback (1);
  EXPECT_WRONG_FDS (connect (fd, SA (&where), sizeof where));
}

SUITE (connect, CASE (reaches_tcp), CASE (reaches_unix_streams),
       CASE (reaches_unix_packets), CASE (reaches_unix_datagrams),
       CASE (sets_and_clears_a_udp_peer),
       CASE (answers_at_once_when_nonblocking),
       CASE (is_refused_where_nobody_listens), CASE (misses_a_path),
       CASE (refuses_a_second_peer), CASE (would_wait_for_a_full_listener),
       CASE (refuses_another_family), CASE (refuses_a_length),
       CASE (refuses_a_bad_pointer), CASE (refuses_what_is_no_socket))
