/* accept.c - tests of accept and accept4.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

#define BOTH (SOCK_NONBLOCK | SOCK_CLOEXEC)

/* An AF_UNIX listener, itself with FLAGS, with one connection waiting.  A
   connection by AF_UNIX is there as soon as connect has returned.  */
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

/* The same by TCP, and where the caller is.  */
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

TEST (tells_a_tcp_caller)
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

TEST (joins_to_the_caller)
{
  struct sockaddr_un name;
  socklen_t length;
  char got[4];
  int listener = unix_bound (SOCK_SEQPACKET, &name, &length);
  EXPECT_EQ (listen (listener, 1), 0);
  int caller = open_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_EQ (connect (caller, SA (&name), length), 0);
  int fd = accept (listener, NULL, NULL);
  EXPECT_EQ (write (caller, "abc", 3), 3);
  EXPECT_EQ (read (fd, got, sizeof got), 3);
}

TEST (tells_an_unnamed_caller)
{
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  EXPECT (accept (called (0), SA (&got), &length) >= 0);
  EXPECT_EQ (length, sizeof got.sun_family);
  EXPECT_EQ (got.sun_family, AF_UNIX);
  length = sizeof got;
  EXPECT (accept4 (called (0), SA (&got), &length, 0) >= 0);
  EXPECT_EQ (length, sizeof got.sun_family);
}

TEST (hands_no_flag_down)
{
  int fd = accept (called (BOTH), NULL, NULL);
  EXPECT_EQ (fcntl (fd, F_GETFD), 0);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, 0);
  fd = accept4 (called (BOTH), NULL, NULL, 0);
  EXPECT_EQ (fcntl (fd, F_GETFD), 0);
  EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK, 0);
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

/* At once, so also with nobody waiting: EINVAL before EAGAIN.  */
TEST (accept4_refuses_a_flag)
{
  int fd = called (SOCK_NONBLOCK);
  EXPECT_ERR (accept4 (fd, NULL, NULL, 1), EINVAL);
  EXPECT (accept4 (fd, NULL, NULL, 0) >= 0);
  EXPECT_ERR (accept4 (fd, NULL, NULL, SOCK_CLOEXEC | 0x40), EINVAL);
}

TEST (would_wait_for_a_caller)
{
  int fd = called (SOCK_NONBLOCK);
  EXPECT (accept (fd, NULL, NULL) >= 0);
  EXPECT_ERR (accept (fd, NULL, NULL), EAGAIN);
  EXPECT_ERR (accept4 (fd, NULL, NULL, BOTH), EAGAIN);
}

TEST (refuses_what_does_not_listen)
{
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (accept (tcp, NULL, NULL), EINVAL);
  EXPECT_ERR (accept (local, NULL, NULL), EINVAL);
  EXPECT_ERR (accept4 (tcp, NULL, NULL, 0), EINVAL);
}

TEST (refuses_datagrams)
{
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  int local = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (accept (udp, NULL, NULL), EOPNOTSUPP);
  EXPECT_ERR (accept4 (local, NULL, NULL, 0), EOPNOTSUPP);
}

TEST (cuts_an_address_short)
{
  struct sockaddr_in caller, got;
  socklen_t length = 5;
  DIRTY (got);
  EXPECT (accept (called_by_tcp (&caller), SA (&got), &length) >= 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (memcmp (&got, &caller, 5), 0);
  EXPECT (untouched ((char *)&got + 5, &got + 1));
}

TEST (refuses_a_negative_length)
{
  struct sockaddr_in caller, got;
  socklen_t length = -1;
  int fd = called_by_tcp (&caller);
  EXPECT_ERR (accept (fd, SA (&got), &length), EINVAL);
  fd = called_by_tcp (&caller);
  EXPECT_ERR (accept4 (fd, SA (&got), &length, 0), EINVAL);
}

TEST (refuses_bad_pointers)
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

TEST (refuses_what_is_no_socket)
{
  EXPECT_WRONG_FDS (accept (fd, NULL, NULL));
  EXPECT_WRONG_FDS (accept4 (fd, NULL, NULL, SOCK_CLOEXEC));
}

SUITE (accept, CASE (tells_a_tcp_caller), CASE (accept4_takes_four_arguments),
       CASE (joins_to_the_caller), CASE (tells_an_unnamed_caller),
       CASE (hands_no_flag_down), CASE (accept4_sets_each_flag),
       CASE (accept4_refuses_a_flag), CASE (would_wait_for_a_caller),
       CASE (refuses_what_does_not_listen), CASE (refuses_datagrams),
       CASE (cuts_an_address_short), CASE (refuses_a_negative_length),
       CASE (refuses_bad_pointers), CASE (refuses_what_is_no_socket))
