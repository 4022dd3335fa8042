/* recv.c - tests of recv.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

#include <sys/mman.h>

static void
receives (int fd[2])
{
  char got[16];
  DIRTY (got);
  EXPECT_EQ (write (fd[0], "0123456", 7), 7);
  EXPECT_EQ (recv (fd[1], got, sizeof got, 0), 7);
  EXPECT_EQ (memcmp (got, "0123456", 7), 0);
  EXPECT (untouched (got + 7, got + sizeof got));
}

TEST (takes_from_unix)
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  int fd[2];
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      unix_pair (types[i], fd);
      receives (fd);
    }
}

TEST (takes_from_tcp)
{
  int fd[2];
  tcp_pair (fd);
  receives (fd);
}

TEST (takes_from_udp)
{
  int fd[2];
  udp_pair (fd);
  receives (fd);
}

TEST (passes_the_length)
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

/* recv is recvfrom with no address: not with the one before.  */
TEST (writes_no_address)
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

TEST (peeks)
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

TEST (tells_what_was_cut)
{
  int fd[2];
  char got[4];
  DIRTY (got);
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (write (fd[0], "0123456789", 10), 10);
  EXPECT_EQ (recv (fd[1], got, 3, MSG_TRUNC), 10);
  EXPECT_EQ (memcmp (got, "012", 3), 0);
  EXPECT (untouched (got + 3, got + 4));
}

TEST (consumes_an_empty_datagram)
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (send (fd[0], "", 0, 0), 0);
  EXPECT_EQ (write (fd[0], "ab", 2), 2);
  EXPECT_EQ (recv (fd[1], got, sizeof got, 0), 0);
  EXPECT_EQ (recv (fd[1], got, sizeof got, 0), 2);
}

TEST (meets_the_end)
{
  int fd[2];
  char got[16];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (write (fd[0], "abc", 3), 3);
  close (fd[0]);
  EXPECT_EQ (recv (fd[1], got, sizeof got, MSG_WAITALL), 3);
  EXPECT_EQ (recv (fd[1], got, sizeof got, 0), 0);
  EXPECT_EQ (recv (fd[1], got, sizeof got, MSG_WAITALL), 0);
}

TEST (ignores_flags_of_send)
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (write (fd[0], "abc", 3), 3);
  EXPECT_EQ (recv (fd[1], got, sizeof got, MSG_NOSIGNAL | MSG_EOR), 3);
}

TEST (writes_only_what_came)
{
  int fd[2];
  char *page = mmap (NULL, 8192, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (page != MAP_FAILED);
  EXPECT_EQ (munmap (page + 4096, 4096), 0);
  tcp_pair (fd);
  EXPECT_EQ (write (fd[0], "abc", 3), 3);
  EXPECT_EQ (recv (fd[1], page + 4093, 64, 0), 3);
  EXPECT_EQ (memcmp (page + 4093, "abc", 3), 0);
}

TEST (refuses_a_bad_buffer)
{
  int local[2], tcp[2];
  unix_pair (SOCK_DGRAM, local);
  tcp_pair (tcp);
  EXPECT_EQ (write (local[0], "abc", 3), 3);
  EXPECT_EQ (write (tcp[0], "abc", 3), 3);
  EXPECT_ERR (recv (local[1], bad (), 3, 0), EFAULT);
  EXPECT_ERR (recv (tcp[1], bad (), 3, 0), EFAULT);
}

TEST (refuses_what_is_no_socket)
{
  char got[4];
  EXPECT_WRONG_FDS (recv (fd, got, sizeof got, MSG_DONTWAIT));
}

SUITE (recv, CASE (takes_from_unix), CASE (takes_from_tcp),
       CASE (takes_from_udp), CASE (passes_the_length),
       CASE (writes_no_address), CASE (peeks), CASE (tells_what_was_cut),
       CASE (consumes_an_empty_datagram), CASE (meets_the_end),
       CASE (ignores_flags_of_send), CASE (writes_only_what_came),
       CASE (refuses_a_bad_buffer), CASE (refuses_what_is_no_socket))
