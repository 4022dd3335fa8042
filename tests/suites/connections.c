/* connections.c - tests of socket, bind, listen, connect and accept.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

TEST (socket_passes_three_arguments)
{
  int fd = socket (AF_INET, SOCK_DGRAM, IPPROTO_UDP);
  EXPECT (fd >= 0);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_DOMAIN), AF_INET);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_TYPE), SOCK_DGRAM);
  EXPECT_EQ (option (fd, SOL_SOCKET, SO_PROTOCOL), IPPROTO_UDP);
}

TEST (socket_refuses_a_family)
{
  EXPECT_ERR (socket (-1, SOCK_STREAM, 0), EAFNOSUPPORT);
  EXPECT_ERR (socket (200, SOCK_STREAM, 0), EAFNOSUPPORT);
}

TEST (socketpair_joins_both_ways)
{
  int fd[2];
  char got[8];
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), 0);
  EXPECT (fd[0] >= 0 && fd[1] >= 0 && fd[0] != fd[1]);
  EXPECT_EQ (write (fd[0], "there", 5), 5);
  EXPECT_EQ (read (fd[1], got, sizeof got), 5);
  EXPECT_EQ (memcmp (got, "there", 5), 0);
  EXPECT_EQ (write (fd[1], "back", 4), 4);
  EXPECT_EQ (read (fd[0], got, sizeof got), 4);
  EXPECT_EQ (memcmp (got, "back", 4), 0);
}

TEST (socketpair_refuses_inet)
{
  int fd[2];
  EXPECT_ERR (socketpair (AF_INET, SOCK_STREAM, 0, fd), EOPNOTSUPP);
}

TEST (socketpair_refuses_a_bad_vector)
{
  int next = next_fd ();
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, bad ()), EFAULT);
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, nil ()), EFAULT);
  EXPECT_EQ (next_fd (), next);
}

TEST (bind_takes_an_abstract_name)
{
  int fd = open_socket (AF_UNIX, SOCK_STREAM);
  struct sockaddr_un name, got;
  socklen_t length = unix_name (&name, 'a'), size = sizeof got;
  EXPECT_EQ (bind (fd, SA (&name), length), 0);
  EXPECT_EQ (getsockname (fd, SA (&got), &size), 0);
  EXPECT_EQ (size, length);
  EXPECT_EQ (memcmp (&got, &name, length), 0);
}

TEST (bind_refuses_a_name_in_use)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  socklen_t length;
  inet_bound (SOCK_DGRAM, &where);
  unix_bound (SOCK_DGRAM, &name, &length);
  int inet = open_socket (AF_INET, SOCK_DGRAM);
  int local = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (bind (inet, SA (&where), sizeof where), EADDRINUSE);
  EXPECT_ERR (bind (local, SA (&name), length), EADDRINUSE);
}

TEST (bind_refuses_a_bad_pointer)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, bad (), sizeof (struct sockaddr_in)), EFAULT);
  EXPECT_ERR (bind (fd, nil (), sizeof (struct sockaddr_in)), EFAULT);
}

#define BOTH (SOCK_NONBLOCK | SOCK_CLOEXEC)

/* A listener on a port of 127.0.0.1.  */
static int
tcp_listener (struct sockaddr_in *where)
{
  int fd = inet_bound (SOCK_STREAM, where);
  EXPECT_EQ (listen (fd, 5), 0);
  return fd;
}

TEST (connect_reaches_tcp)
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

TEST (connect_is_refused)
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

TEST (connect_refuses_a_bad_pointer)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd, bad (), sizeof (struct sockaddr_in)), EFAULT);
  EXPECT_ERR (connect (fd, nil (), sizeof (struct sockaddr_in)), EFAULT);
}

/* Counts the connections that an AF_UNIX listener queues before one blocks. */
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

TEST (listen_passes_the_backlog)
{
  EXPECT_EQ (room_of (0), 1);
  EXPECT_EQ (room_of (2), 3);
  EXPECT_EQ (room_of (5), 6);
}

TEST (listen_refuses_datagrams)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  socklen_t length;
  int inet = inet_bound (SOCK_DGRAM, &where);
  int local = unix_bound (SOCK_DGRAM, &name, &length);
  EXPECT_ERR (listen (inet, 1), EOPNOTSUPP);
  EXPECT_ERR (listen (local, 1), EOPNOTSUPP);
}

/* An AF_UNIX listener with FLAGS and one pending connection.  An AF_UNIX
   connection is pending as soon as connect has returned.  */
static int
called (int flags)
{
  struct sockaddr_un name;
  socklen_t length;
  int fd = unix_bound (SOCK_STREAM | flags, &name, &length);
  EXPECT_EQ (listen (fd, 5), 0);
  int caller = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_EQ (connect (caller, SA (&name), length), 0);
  return fd;
}

/* The same by TCP, with the address of the caller.  */
static int
called_by_tcp (struct sockaddr_in *caller)
{
  struct sockaddr_in where;
  socklen_t length = sizeof *caller;
  int listener = inet_bound (SOCK_STREAM, &where);
  EXPECT_EQ (listen (listener, 5), 0);
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (connect (fd, SA (&where), sizeof where), 0);
  EXPECT_EQ (getsockname (fd, SA (caller), &length), 0);
  return listener;
}

TEST (accept_returns_the_address)
{
  struct sockaddr_in caller, got;
  socklen_t length = sizeof got;
  int fd = accept (called_by_tcp (&caller), SA (&got), &length);
  EXPECT (fd >= 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.sin_family, AF_INET);
  EXPECT_EQ (got.sin_port, caller.sin_port);
  EXPECT_EQ (got.sin_addr.s_addr, caller.sin_addr.s_addr);
}

TEST (accept_refuses_a_socket_not_listening)
{
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (accept (tcp, NULL, NULL), EINVAL);
  EXPECT_ERR (accept (local, NULL, NULL), EINVAL);
  EXPECT_ERR (accept4 (tcp, NULL, NULL, 0), EINVAL);
}

TEST (accept4_takes_four_arguments)
{
  struct sockaddr_in caller, got;
  socklen_t length = sizeof got;
  int listener = called_by_tcp (&caller);
  int fd = accept4 (listener, SA (&got), &length, SOCK_CLOEXEC);
  EXPECT (fd >= 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.sin_port, caller.sin_port);
  EXPECT_EQ (fcntl (fd, F_GETFD), FD_CLOEXEC);
}

TEST (accept4_sets_each_flag)
{
  int fd = accept4 (called (0), NULL, NULL, SOCK_NONBLOCK);
  EXPECT_EQ (fcntl (fd, F_GETFD), 0);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
  fd = accept4 (called (0), NULL, NULL, BOTH);
  EXPECT_EQ (fcntl (fd, F_GETFD), FD_CLOEXEC);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
}

/* At once, also without a connection: EINVAL before EAGAIN.  */
TEST (accept4_refuses_a_flag)
{
  int fd = called (SOCK_NONBLOCK);
  EXPECT_ERR (accept4 (fd, NULL, NULL, 1), EINVAL);
  EXPECT (accept4 (fd, NULL, NULL, 0) >= 0);
  EXPECT_ERR (accept4 (fd, NULL, NULL, SOCK_CLOEXEC | 0x40), EINVAL);
}

TEST (accept_refuses_bad_pointers)
{
  struct sockaddr_in caller, got;
  socklen_t length = sizeof got;
  int fd = called_by_tcp (&caller);
  EXPECT_ERR (accept (fd, SA (&got), bad ()), EFAULT);
  fd = called_by_tcp (&caller);
  EXPECT_ERR (accept (fd, SA (&got), nil ()), EFAULT);
  fd = called_by_tcp (&caller);
  EXPECT_ERR (accept (fd, bad (), &length), EFAULT);
  fd = called_by_tcp (&caller);
  EXPECT_ERR (accept4 (fd, SA (&got), bad (), 0), EFAULT);
}

SUITE (connections, CASE (socket_passes_three_arguments),
       CASE (socket_refuses_a_family), CASE (socketpair_joins_both_ways),
       CASE (socketpair_refuses_inet), CASE (socketpair_refuses_a_bad_vector),
       CASE (bind_takes_an_abstract_name), CASE (bind_refuses_a_name_in_use),
       CASE (bind_refuses_a_bad_pointer), CASE (connect_reaches_tcp),
       CASE (connect_is_refused), CASE (connect_refuses_a_bad_pointer),
       CASE (listen_passes_the_backlog), CASE (listen_refuses_datagrams),
       CASE (accept_returns_the_address),
       CASE (accept_refuses_a_socket_not_listening),
       CASE (accept4_takes_four_arguments), CASE (accept4_sets_each_flag),
       CASE (accept4_refuses_a_flag), CASE (accept_refuses_bad_pointers))
