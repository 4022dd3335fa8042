/* rights-limits.c - tests of descriptors that do not fit, or must not.  */
/* SPDX-License-Identifier: MIT */

#include "rights.h"

/* The room ends where the one descriptor does, and nothing is written
   after it.  */
TEST (keep_to_the_room)
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

TEST (cut_three_to_one)
{
  int fd[2], given[3], got;
  size_t room = CMSG_LEN (sizeof got);
  unix_pair (SOCK_STREAM, fd);
  given[0] = given[1] = given[2] = fd[0];
  EXPECT_EQ (give (fd[0], attach_fds (&control, 0, given, 3)), 1);
  EXPECT_EQ (take (fd[1], room, 0), 1);
  EXPECT_EQ (head.msg_flags, MSG_CTRUNC);
  expect_fds (&head, &got, 1);
  EXPECT_EQ (next_fd (), got + 1);
  EXPECT (untouched (control.room + room, &control + 1));
}

TEST (cut_to_none)
{
  int fd[2], next;
  unix_pair (SOCK_STREAM, fd);
  next = next_fd ();
  EXPECT_EQ (give (fd[0], attach_fds (&control, 0, fd, 2)), 1);
  EXPECT_EQ (take (fd[1], 0, 0), 1);
  EXPECT_EQ (head.msg_flags, MSG_CTRUNC);
  EXPECT_EQ (head.msg_controllen, 0);
  EXPECT_EQ (next_fd (), next);
}

TEST (refuse_a_descriptor)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  int closed = closed_fd ();
  EXPECT_ERR (give (fd[0], attach_fds (&control, 0, &closed, 1)), EBADF);
}

TEST (refuse_a_malformed_message)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  size_t length = attach_fds (&control, 0, fd, 1);
  control.first.cmsg_len = 4;
  EXPECT_ERR (give (fd[0], length), EINVAL);
  control.first.cmsg_len = length + 1;
  EXPECT_ERR (give (fd[0], length), EINVAL);
  length = attach (&control, 0, SOL_SOCKET, 9999, fd, sizeof fd);
  EXPECT_ERR (give (fd[0], length), EINVAL);
}

/* Where a 64-bit kernel runs a 32-bit program, it looks for the first
   message at NULL, finds none, and says EINVAL.  */
TEST (refuse_bad_control)
{
  struct iovec out = PART ("r", 1);
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  message (&head, &out, 1);
  head.msg_controllen = CMSG_SPACE (sizeof (int));
  errno = 0;
  ssize_t result = sendmsg (fd[0], &head, 0);
  int code = errno;
  EXPECT_EQ (result, -1);
  EXPECT (code == EFAULT || (sizeof (long) == 4 && code == EINVAL));
  head.msg_control = bad ();
  EXPECT_ERR (sendmsg (fd[0], &head, 0), EFAULT);
}

SUITE (rights_limits, CASE (keep_to_the_room), CASE (cut_three_to_one),
       CASE (cut_to_none), CASE (refuse_a_descriptor),
       CASE (refuse_a_malformed_message), CASE (refuse_bad_control))
