/* names.c - tests of getsockname, getpeername and shutdown.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

typedef int name_call (int, struct sockaddr *, socklen_t *);

/* Run with each of both calls on a TCP connection.  */
static void
on_both (void (*judge) (name_call *, int))
{
  int fd[2];
  tcp_pair (fd);
  judge (getsockname, fd[0]);
  judge (getpeername, fd[0]);
}

TEST (names_agree_on_tcp)
{
  struct sockaddr_in here, there;
  socklen_t length = sizeof here, size = sizeof there;
  int fd[2];
  tcp_pair (fd);
  EXPECT_EQ (getsockname (fd[0], SA (&here), &length), 0);
  EXPECT_EQ (getpeername (fd[1], SA (&there), &size), 0);
  EXPECT_EQ (length, sizeof here);
  EXPECT_EQ (size, sizeof there);
  EXPECT_EQ (memcmp (&here, &there, sizeof here), 0);
  EXPECT_EQ (getpeername (fd[0], SA (&there), &size), 0);
  EXPECT (here.sin_port != there.sin_port);
}

static void
refuses (name_call *call, int fd)
{
  struct sockaddr_in name;
  socklen_t negative = -1, length = sizeof name;
  EXPECT_ERR (call (fd, SA (&name), &negative), EINVAL);
  EXPECT_ERR (call (fd, SA (&name), nil ()), EFAULT);
  EXPECT_ERR (call (fd, SA (&name), bad ()), EFAULT);
  EXPECT_ERR (call (fd, bad (), &length), EFAULT);
  EXPECT_ERR (call (fd, nil (), &length), EFAULT);
}

TEST (names_refuse_bad_arguments) { on_both (refuses); }

TEST (getpeername_without_a_peer)
{
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getpeername (tcp, SA (&name), &length), ENOTCONN);
  EXPECT_ERR (getpeername (udp, SA (&name), &length), ENOTCONN);
  EXPECT_ERR (getpeername (local, SA (&name), &length), ENOTCONN);
}

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

TEST (shutdown_ends_writing)
{
  int fd[2];
  tcp_pair (fd);
  ends_writing (fd);
}

/* Not on AF_UNIX, which accepts any before 3.7.  */
TEST (shutdown_refuses_an_unknown_how)
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (shutdown (fd[0], 3), EINVAL);
  EXPECT_ERR (shutdown (fd[0], -1), EINVAL);
}

TEST (shutdown_without_a_peer)
{
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (shutdown (tcp, SHUT_RDWR), ENOTCONN);
  EXPECT_ERR (shutdown (udp, SHUT_RDWR), ENOTCONN);
}

SUITE (names, CASE (names_agree_on_tcp), CASE (names_refuse_bad_arguments),
       CASE (getpeername_without_a_peer), CASE (shutdown_ends_writing),
       CASE (shutdown_refuses_an_unknown_how), CASE (shutdown_without_a_peer))
