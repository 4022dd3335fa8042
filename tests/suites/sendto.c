/* sendto.c - tests of sendto and recvfrom.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

/* Six arguments each, no two alike.  */
TEST (take_six_arguments)
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

TEST (reach_a_unix_name)
{
  struct sockaddr_un target, source, from;
  socklen_t length = unix_name (&target, 't'), size, got_size = sizeof from;
  char got[8];
  int in = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_EQ (bind (in, SA (&target), length), 0);
  int out = unix_bound (SOCK_DGRAM, &source, &size);
  EXPECT_EQ (sendto (out, "abc", 3, MSG_DONTWAIT, SA (&target), length), 3);
  EXPECT_EQ (recvfrom (in, got, 8, 0, SA (&from), &got_size), 3);
  EXPECT_EQ (got_size, size);
  EXPECT_EQ (memcmp (&from, &source, size), 0);
}

TEST (pass_the_flags)
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

TEST (work_without_an_address)
{
  int fd[2];
  char got[8];
  tcp_pair (fd);
  EXPECT_EQ (sendto (fd[0], "abc", 3, 0, NULL, 0), 3);
  EXPECT_EQ (recvfrom (fd[1], got, 8, 0, NULL, NULL), 3);
}

TEST (cut_an_address_short)
{
  struct sockaddr_in target, from;
  socklen_t length = 6;
  char got[8];
  DIRTY (from);
  int fd = inet_bound (SOCK_DGRAM, &target);
  EXPECT_EQ (sendto (fd, "abc", 3, 0, SA (&target), sizeof target), 3);
  EXPECT_EQ (recvfrom (fd, got, 8, 0, SA (&from), &length), 3);
  EXPECT_EQ (length, sizeof from);
  EXPECT_EQ (memcmp (&from, &target, 6), 0);
  EXPECT (untouched ((char *)&from + 6, &from + 1));
}

TEST (tell_of_no_sender)
{
  struct sockaddr_un from;
  socklen_t length = sizeof from;
  int local[2], tcp[2];
  char got[8];
  DIRTY (from);
  unix_pair (SOCK_DGRAM, local);
  tcp_pair (tcp);
  EXPECT_EQ (write (local[0], "abc", 3), 3);
  EXPECT_EQ (recvfrom (local[1], got, 8, 0, SA (&from), &length), 3);
  EXPECT_EQ (length, 0);
  length = sizeof from;
  EXPECT_EQ (write (tcp[0], "abc", 3), 3);
  EXPECT_EQ (recvfrom (tcp[1], got, 8, 0, SA (&from), &length), 3);
  EXPECT_EQ (length, 0);
  EXPECT (untouched (&from, &from + 1));
}

TEST (sendto_ignores_an_address_on_tcp)
{
  struct sockaddr_in where = loopback (1);
  int fd[2];
  char got[8];
  tcp_pair (fd);
  EXPECT_EQ (sendto (fd[0], "abc", 3, 0, SA (&where), sizeof where), 3);
  EXPECT_EQ (read (fd[1], got, sizeof got), 3);
}

TEST (sendto_refuses_an_address_on_unix)
{
  struct sockaddr_un name;
  socklen_t length = unix_name (&name, 's');
  int fd[2], alone = open_socket (AF_UNIX, SOCK_STREAM);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (sendto (fd[0], "a", 1, 0, SA (&name), length), EISCONN);
  EXPECT_ERR (sendto (alone, "a", 1, 0, SA (&name), length), EOPNOTSUPP);
}

TEST (sendto_needs_an_address)
{
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (sendto (udp, "a", 1, 0, NULL, 0), EDESTADDRREQ);
}

TEST (sendto_finds_nobody)
{
  struct sockaddr_un name;
  socklen_t length = unix_name (&name, 'n');
  int fd = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, SA (&name), length), ECONNREFUSED);
}

TEST (sendto_refuses_a_length)
{
  struct sockaddr_storage room;
  struct sockaddr_in where = loopback (1);
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  memset (&room, 0, sizeof room);
  memcpy (&room, &where, sizeof where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, SA (&room), -1), EINVAL);
  EXPECT_ERR (sendto (fd, "a", 1, 0, SA (&room), 129), EINVAL);
  EXPECT_ERR (sendto (fd, "a", 1, 0, SA (&room), 15), EINVAL);
}

TEST (sendto_refuses_an_address)
{
  struct sockaddr_in port_0 = loopback (0);
  struct sockaddr_in foreign = { .sin_family = AF_UNIX };
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, SA (&port_0), sizeof port_0), EINVAL);
  EXPECT_ERR (sendto (fd, "a", 1, 0, SA (&foreign), sizeof foreign),
              EAFNOSUPPORT);
}

TEST (sendto_refuses_bad_pointers)
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  EXPECT_ERR (sendto (fd, "a", 1, 0, bad (), sizeof where), EFAULT);
  EXPECT_ERR (sendto (fd, bad (), 1, 0, SA (&where), sizeof where), EFAULT);
}

TEST (recvfrom_refuses_a_negative_length)
{
  struct sockaddr_in where, from;
  socklen_t length = -1;
  char got[8];
  int fd = inet_bound (SOCK_DGRAM, &where);
  EXPECT_EQ (sendto (fd, "a", 1, 0, SA (&where), sizeof where), 1);
  EXPECT_ERR (recvfrom (fd, got, 8, 0, SA (&from), &length), EINVAL);
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

TEST (refuse_what_is_no_socket)
{
  struct sockaddr_in where = loopback (1);
  socklen_t length = sizeof where;
  char got[8];
  EXPECT_WRONG_FDS (sendto (fd, "a", 1, 0, SA (&where), length));
  EXPECT_WRONG_FDS (recvfrom (fd, got, 8, 0, SA (&where), &length));
}

SUITE (sendto, CASE (take_six_arguments), CASE (reach_a_unix_name),
       CASE (pass_the_flags), CASE (work_without_an_address),
       CASE (cut_an_address_short), CASE (tell_of_no_sender),
       CASE (sendto_ignores_an_address_on_tcp),
       CASE (sendto_refuses_an_address_on_unix),
       CASE (sendto_needs_an_address), CASE (sendto_finds_nobody),
       CASE (sendto_refuses_a_length), CASE (sendto_refuses_an_address),
       CASE (sendto_refuses_bad_pointers),
       CASE (recvfrom_refuses_a_negative_length),
       CASE (recvfrom_refuses_bad_pointers), CASE (refuse_what_is_no_socket))
