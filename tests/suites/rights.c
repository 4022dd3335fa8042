/* rights.c - tests of descriptors passed by sendmsg and recvmsg.  */
/* SPDX-License-Identifier: MIT */

#include "rights.h"

/* COUNT descriptors are passed from one socket to the other, as new ones for
   the same pipes.  */
static void
pass (int from, int to, unsigned count)
{
  int pipes[3][2], given[3], got[3];
  for (unsigned i = 0; i < count; i++)
    {
      EXPECT_EQ (pipe2 (pipes[i], 0), 0);
      given[i] = pipes[i][1];
    }
  EXPECT_EQ (give (from, attach_fds (&control, 0, given, count)), 1);
  EXPECT_EQ (take (to, sizeof control, 0), 1);
  EXPECT_EQ (head.msg_controllen, CMSG_SPACE (count * sizeof *got));
  EXPECT_EQ (head.msg_flags & ~MSG_EOR, 0);
  expect_fds (&head, got, count);
  for (unsigned i = 0; i < count; i++)
    {
      EXPECT (got[i] > given[count - 1]);
      EXPECT_EQ (fcntl (got[i], F_GETFD), 0);
      expect_joined (got[i], pipes[i][0]);
    }
}

static void
pass_both_ways (unsigned count)
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  int fd[2];
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      unix_pair (types[i], fd);
      pass (fd[0], fd[1], count);
      pass (fd[1], fd[0], count);
    }
}

TEST (pass_three) { pass_both_ways (3); }

/* Each of many control messages has a pad.  */
TEST (join_many_messages)
{
  int fd[2], got[40];
  size_t length = 0;
  unix_pair (SOCK_STREAM, fd);
  for (unsigned i = 0; i < COUNT (got); i++)
    length = attach_fds (&control, length, &fd[i & 1], 1);
  EXPECT_EQ (give (fd[0], length), 1);
  EXPECT_EQ (take (fd[1], sizeof control, 0), 1);
  expect_fds (&head, got, COUNT (got));
  EXPECT_EQ (give (got[0], 0), 1);
  EXPECT_EQ (take (got[39], 0, 0), 1);
}

/* 1.5 kB of control data: one large message of an unknown level, which AF_UNIX
   ignores, then a descriptor.  */
TEST (pass_after_a_large_message)
{
  static char other[1400];
  int fd[2], got;
  unix_pair (SOCK_STREAM, fd);
  size_t length = attach (&control, 0, IPPROTO_IP, 77, other, sizeof other);
  length = attach_fds (&control, length, fd, 1);
  EXPECT (length <= sizeof control);
  EXPECT_EQ (give (fd[0], length), 1);
  EXPECT_EQ (take (fd[1], sizeof control, 0), 1);
  EXPECT_EQ (head.msg_controllen, CMSG_SPACE (sizeof got));
  expect_fds (&head, &got, 1);
}

/* The buffer ends right after the one descriptor, and nothing is written
   beyond.  */
TEST (write_within_the_length)
{
  int fd[2], got;
  size_t room = CMSG_LEN (sizeof got);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (give (fd[0], attach_fds (&control, 0, fd, 1)), 1);
  EXPECT_EQ (take (fd[1], room, 0), 1);
  EXPECT_EQ (head.msg_controllen, room);
  EXPECT_EQ (head.msg_flags, 0);
  expect_fds (&head, &got, 1);
  EXPECT_EQ (next_fd (), got + 1);
  EXPECT (untouched (control.room + room, &control + 1));
}

TEST (refuse_a_descriptor)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  int closed = closed_fd ();
  EXPECT_ERR (give (fd[0], attach_fds (&control, 0, &closed, 1)), EBADF);
}

SUITE (rights, CASE (pass_three), CASE (join_many_messages),
       CASE (pass_after_a_large_message), CASE (write_within_the_length),
       CASE (refuse_a_descriptor))
