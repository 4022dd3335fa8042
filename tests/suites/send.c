/* send.c - tests of send.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

static volatile int pipe_signals;

static void
on_pipe (int number)
{
  pipe_signals += number == SIGPIPE;
}

static void
arrives (int fd[2])
{
  char got[16];
  EXPECT_EQ (send (fd[0], "0123456789", 7, 0), 7);
  EXPECT_EQ (read (fd[1], got, sizeof got), 7);
  EXPECT_EQ (memcmp (got, "0123456", 7), 0);
  EXPECT_EQ (send (fd[1], "xyz", 2, 0), 2);
  EXPECT_EQ (read (fd[0], got, sizeof got), 2);
  EXPECT_EQ (memcmp (got, "xy", 2), 0);
}

TEST (delivers_by_unix)
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  int fd[2];
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      unix_pair (types[i], fd);
      arrives (fd);
    }
}

TEST (delivers_by_tcp)
{
  int fd[2];
  tcp_pair (fd);
  arrives (fd);
}

TEST (delivers_by_udp)
{
  int fd[2];
  udp_pair (fd);
  arrives (fd);
}

TEST (delivers_an_empty_datagram)
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (send (fd[0], "", 0, 0), 0);
  EXPECT_EQ (send (fd[0], "ab", 2, 0), 2);
  EXPECT_EQ (read (fd[1], got, sizeof got), 0);
  EXPECT_EQ (read (fd[1], got, sizeof got), 2);
}

TEST (passes_the_flags)
{
  int fd[2];
  char got = 0;
  tcp_pair (fd);
  EXPECT_EQ (send (fd[0], "!", 1, MSG_OOB), 1);
  struct pollfd urgent = { .fd = fd[1], .events = POLLPRI };
  EXPECT_EQ (poll (&urgent, 1, 10000), 1);
  EXPECT_EQ (recv (fd[1], &got, 1, MSG_OOB), 1);
  EXPECT_EQ (got, '!');
}

/* send is sendto with no address: not with the one that the registers or
   the stack still hold from the call before.  */
TEST (names_no_address)
{
  struct sockaddr_in where;
  inet_bound (SOCK_DGRAM, &where);
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (sendto (fd, "abc", 3, 0, SA (&where), sizeof where), 3);
  EXPECT_ERR (send (fd, "abc", 3, 0), EDESTADDRREQ);
}

TEST (would_wait_for_room)
{
  static char block[4096];
  int fd[2], sent = 0;
  unix_pair (SOCK_STREAM, fd);
  while (sent < 10000 && send (fd[0], block, sizeof block, MSG_DONTWAIT) > 0)
    sent++;
  EXPECT (sent > 0);
  EXPECT_ERR (send (fd[0], block, sizeof block, MSG_DONTWAIT), EAGAIN);
  EXPECT_EQ (fcntl (fd[0], F_SETFL, O_NONBLOCK), 0);
  EXPECT_ERR (send (fd[0], block, sizeof block, 0), EAGAIN);
}

TEST (misses_a_peer)
{
  int stream = open_socket (AF_UNIX, SOCK_STREAM);
  int datagram = open_socket (AF_UNIX, SOCK_DGRAM);
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (send (stream, "a", 1, 0), ENOTCONN);
  EXPECT_ERR (send (datagram, "a", 1, 0), ENOTCONN);
  EXPECT_ERR (send (tcp, "a", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_ERR (send (udp, "a", 1, 0), EDESTADDRREQ);
}

TEST (meets_a_closed_peer)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  close (fd[1]);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

TEST (raises_sigpipe_unless_told)
{
  struct sigaction action;
  int fd[2];
  memset (&action, 0, sizeof action);
  action.sa_handler = on_pipe;
  EXPECT_EQ (sigaction (SIGPIPE, &action, NULL), 0);
  tcp_pair (fd);
  EXPECT_EQ (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_EQ (pipe_signals, 0);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (pipe_signals, 1);
}

TEST (refuses_urgent_datagrams)
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_OOB), EOPNOTSUPP);
}

TEST (limits_a_datagram)
{
  static char large[65508];
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], large, 65508, 0), EMSGSIZE);
  EXPECT_EQ (send (fd[0], large, 65507, 0), 65507);
}

TEST (refuses_a_bad_buffer)
{
  int local[2], udp[2];
  unix_pair (SOCK_STREAM, local);
  udp_pair (udp);
  EXPECT_ERR (send (local[0], bad (), 5, 0), EFAULT);
  EXPECT_ERR (send (local[0], nil (), 5, 0), EFAULT);
  EXPECT_ERR (send (udp[0], bad (), 5, 0), EFAULT);
}

TEST (refuses_what_is_no_socket)
{
  EXPECT_WRONG_FDS (send (fd, "a", 1, MSG_NOSIGNAL));
}

SUITE (send, CASE (delivers_by_unix), CASE (delivers_by_tcp),
       CASE (delivers_by_udp), CASE (delivers_an_empty_datagram),
       CASE (passes_the_flags), CASE (names_no_address),
       CASE (would_wait_for_room), CASE (misses_a_peer),
       CASE (meets_a_closed_peer), CASE (raises_sigpipe_unless_told),
       CASE (refuses_urgent_datagrams), CASE (limits_a_datagram),
       CASE (refuses_a_bad_buffer), CASE (refuses_what_is_no_socket))
