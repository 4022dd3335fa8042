/* socketpair.c - tests of socketpair.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

TEST (joins_streams_both_ways)
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

static void
keeps_bounds (int type)
{
  int fd[2];
  char got[8];
  EXPECT_EQ (socketpair (AF_UNIX, type, 0, fd), 0);
  EXPECT_EQ (option (fd[0], SOL_SOCKET, SO_TYPE), type);
  EXPECT_EQ (option (fd[1], SOL_SOCKET, SO_TYPE), type);
  EXPECT_EQ (write (fd[0], "one", 3), 3);
  EXPECT_EQ (write (fd[0], "four", 4), 4);
  EXPECT_EQ (read (fd[1], got, sizeof got), 3);
  EXPECT_EQ (read (fd[1], got, sizeof got), 4);
}

TEST (joins_datagrams) { keeps_bounds (SOCK_DGRAM); }

TEST (joins_packets) { keeps_bounds (SOCK_SEQPACKET); }

TEST (sets_no_flag_unasked)
{
  int fd[2];
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), 0);
  for (int i = 0; i < 2; i++)
    {
      EXPECT_EQ (fcntl (fd[i], F_GETFD), 0);
      EXPECT_EQ (fcntl (fd[i], F_GETFL) & O_NONBLOCK, 0);
    }
}

/* AF_UNIX knows protocol 0 and its own number.  */
TEST (sets_flags_on_both)
{
  int fd[2];
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK,
                         PF_UNIX, fd),
             0);
  for (int i = 0; i < 2; i++)
    {
      EXPECT_EQ (fcntl (fd[i], F_GETFD), FD_CLOEXEC);
      EXPECT_EQ (fcntl (fd[i], F_GETFL) & O_NONBLOCK, O_NONBLOCK);
    }
}

TEST (takes_the_lowest_numbers)
{
  int fd[2];
  int first = open_socket (AF_UNIX, SOCK_STREAM);
  int second = open_socket (AF_UNIX, SOCK_STREAM);
  close (first);
  close (second);
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), 0);
  EXPECT_EQ (fd[0], first);
  EXPECT_EQ (fd[1], second);
}

TEST (writes_two_numbers_only)
{
  int fd[4];
  DIRTY (fd);
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_STREAM, 0, fd + 1), 0);
  EXPECT (untouched (fd, fd + 1));
  EXPECT (untouched (fd + 3, fd + 4));
}

TEST (refuses_inet)
{
  int fd[2];
  EXPECT_ERR (socketpair (AF_INET, SOCK_STREAM, 0, fd), EOPNOTSUPP);
}

TEST (refuses_a_family_type_protocol)
{
  int fd[2];
  EXPECT_ERR (socketpair (200, SOCK_STREAM, 0, fd), EAFNOSUPPORT);
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM | 0x10000, 0, fd), EINVAL);
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 2, fd), EPROTONOSUPPORT);
}

TEST (leaves_nothing_open_for_a_bad_vector)
{
  int next = next_fd ();
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, bad ()), EFAULT);
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, nil ()), EFAULT);
  EXPECT_EQ (next_fd (), next);
}

SUITE (socketpair, CASE (joins_streams_both_ways), CASE (joins_datagrams),
       CASE (joins_packets), CASE (sets_no_flag_unasked),
       CASE (sets_flags_on_both), CASE (takes_the_lowest_numbers),
       CASE (writes_two_numbers_only), CASE (refuses_inet),
       CASE (refuses_a_family_type_protocol),
       CASE (leaves_nothing_open_for_a_bad_vector))
