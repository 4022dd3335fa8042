/* data.c - tests of send, sendto, recv and recvfrom.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

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

TEST (send_delivers)
{
  int fd[2];
  tcp_pair (fd);
  arrives (fd);
}

TEST (send_passes_the_flags)
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

/* send is sendto without an address: not with one left in the registers or on
   the stack by the previous call.  */
TEST (send_names_no_address)
{
  struct sockaddr_in where;
  inet_bound (SOCK_DGRAM, &where);
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (sendto (fd, "abc", 3, 0, SA (&where), sizeof where), 3);
  EXPECT_ERR (send (fd, "abc", 3, 0), EDESTADDRREQ);
}

TEST (send_to_a_closed_peer)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  close (fd[1]);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

TEST (send_refuses_a_bad_buffer)
{
  int local[2], udp[2];
  unix_pair (SOCK_STREAM, local);
  udp_pair (udp);
  EXPECT_ERR (send (local[0], bad (), 5, 0), EFAULT);
  EXPECT_ERR (send (local[0], nil (), 5, 0), EFAULT);
  EXPECT_ERR (send (udp[0], bad (), 5, 0), EFAULT);
}

TEST (recv_passes_the_length)
{
  int fd[2];
  char got[8];
  DIRTY (got);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (write (fd[0], "abcdef", 6), 6);
  EXPECT_EQ (recv (fd[1], got, 4, 0), 4);
  EXPECT (untouched (got + 4, got + sizeof got));
  EXPECT_EQ (recv (fd[1], got, 4, 0), 2);
  EXPECT_EQ (memcmp (got, "efcd", 4), 0);
}

TEST (recv_passes_the_flags)
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (write (fd[0], "abc", 3), 3);
  EXPECT_EQ (recv (fd[1], got, sizeof got, MSG_PEEK), 3);
  EXPECT_EQ (recv (fd[1], got, sizeof got, MSG_PEEK), 3);
  EXPECT_EQ (recv (fd[1], got, sizeof got, 0), 3);
  EXPECT_ERR (recv (fd[1], got, sizeof got, MSG_DONTWAIT), EAGAIN);
}

/* recv is recvfrom without an address: not with the previous one.  */
TEST (recv_writes_no_address)
{
  struct sockaddr_in where, from;
  socklen_t length = sizeof from;
  char got[4];
  int target = inet_bound (SOCK_DGRAM, &where);
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (sendto (fd, "abc", 3, 0, SA (&where), sizeof where), 3);
  EXPECT_EQ (sendto (fd, "de", 2, 0, SA (&where), sizeof where), 2);
  ssize_t first = recvfrom (target, got, 4, 0, SA (&from), &length);
  DIRTY (from);
  DIRTY (length);
  ssize_t second = recv (target, got, 4, 0);
  EXPECT_EQ (first, 3);
  EXPECT_EQ (second, 2);
  EXPECT (untouched (&from, &from + 1));
  EXPECT (untouched (&length, &length + 1));
}

TEST (recv_refuses_a_bad_buffer)
{
  int local[2], tcp[2];
  unix_pair (SOCK_DGRAM, local);
  tcp_pair (tcp);
  EXPECT_EQ (write (local[0], "abc", 3), 3);
  EXPECT_EQ (write (tcp[0], "abc", 3), 3);
  EXPECT_ERR (recv (local[1], bad (), 3, 0), EFAULT);
  EXPECT_ERR (recv (tcp[1], bad (), 3, 0), EFAULT);
}

TEST (recv_without_a_peer)
{
  char got[4];
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int stream = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (recv (tcp, got, sizeof got, 0), ENOTCONN);
  EXPECT_ERR (recv (stream, got, sizeof got, 0), EINVAL);
}

/* Six arguments each, no two alike.  */
TEST (sendto_and_recvfrom_take_six)
{
  struct sockaddr_in target, source, from[2];
  socklen_t length = sizeof from;
  char got[16];
  DIRTY (got);
  DIRTY (from);
  int in = inet_bound (SOCK_DGRAM, &target);
  int out = inet_bound (SOCK_DGRAM, &source);
  EXPECT_EQ (
      sendto (out, "0123456789", 9, MSG_DONTWAIT, SA (&target), sizeof target),
      9);
  EXPECT_EQ (recvfrom (in, got, 7, MSG_TRUNC, SA (from), &length), 9);
  EXPECT_EQ (memcmp (got, "0123456", 7), 0);
  EXPECT (untouched (got + 7, got + sizeof got));
  EXPECT_EQ (length, sizeof *from);
  EXPECT_EQ (from->sin_family, AF_INET);
  EXPECT_EQ (from->sin_port, source.sin_port);
  EXPECT_EQ (from->sin_addr.s_addr, source.sin_addr.s_addr);
  EXPECT (untouched (from + 1, from + 2));
}

TEST (sendto_and_recvfrom_pass_the_flags)
{
  struct sockaddr_in target, from;
  socklen_t length = sizeof from;
  char got[8];
  int fd = inet_bound (SOCK_DGRAM, &target);
  EXPECT_ERR (sendto (fd, "abc", 3, MSG_OOB, SA (&target), sizeof target),
              EOPNOTSUPP);
  EXPECT_ERR (recvfrom (fd, got, 8, MSG_DONTWAIT, SA (&from), &length),
              EAGAIN);
  EXPECT_EQ (sendto (fd, "abc", 3, 0, SA (&target), sizeof target), 3);
  EXPECT_EQ (recvfrom (fd, got, 8, MSG_PEEK, SA (&from), &length), 3);
  EXPECT_EQ (recvfrom (fd, got, 8, 0, SA (&from), &length), 3);
}

TEST (sendto_needs_an_address)
{
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (sendto (udp, "a", 1, 0, NULL, 0), EDESTADDRREQ);
}

TEST (sendto_refuses_bad_pointers)
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, bad (), sizeof where), EFAULT);
  EXPECT_ERR (sendto (fd, bad (), 1, 0, SA (&where), sizeof where), EFAULT);
}

TEST (recvfrom_refuses_bad_pointers)
{
  struct sockaddr_in where, from;
  socklen_t length = sizeof from;
  char got[8];
  int fd = inet_bound (SOCK_DGRAM, &where);
  for (int i = 0; i < 4; i++)
    EXPECT_EQ (sendto (fd, "a", 1, 0, SA (&where), sizeof where), 1);
  EXPECT_ERR (recvfrom (fd, got, 8, 0, SA (&from), nil ()), EFAULT);
  EXPECT_ERR (recvfrom (fd, got, 8, 0, SA (&from), bad ()), EFAULT);
  EXPECT_ERR (recvfrom (fd, got, 8, 0, bad (), &length), EFAULT);
  EXPECT_ERR (recvfrom (fd, bad (), 8, 0, SA (&from), &length), EFAULT);
}

SUITE (data, CASE (send_delivers), CASE (send_passes_the_flags),
       CASE (send_names_no_address), CASE (send_to_a_closed_peer),
       CASE (send_refuses_a_bad_buffer), CASE (recv_passes_the_length),
       CASE (recv_passes_the_flags), CASE (recv_writes_no_address),
       CASE (recv_refuses_a_bad_buffer), CASE (recv_without_a_peer),
       CASE (sendto_and_recvfrom_take_six),
       CASE (sendto_and_recvfrom_pass_the_flags),
       CASE (sendto_needs_an_address), CASE (sendto_refuses_bad_pointers),
       CASE (recvfrom_refuses_bad_pointers))
