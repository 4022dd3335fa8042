/* recvmmsg.c - tests of recvmmsg alone.  */
/* SPDX-License-Identifier: MIT */

#include "messages.h"

static struct mmsghdr heads[3];
static char got[3][8];

/* A pair of sockets, with COUNT messages waiting in the second.  */
static void
waiting (int fd[2], unsigned count)
{
  unix_pair (SOCK_DGRAM, fd);
  while (count--)
    EXPECT_EQ (write (fd[0], "abc", 3), 3);
  room_for_three (heads, got);
}

TEST (takes_what_is_there)
{
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_DONTWAIT, NULL), 2);
  EXPECT_EQ (heads[0].msg_len, 3);
  EXPECT_EQ (heads[1].msg_len, 3);
  EXPECT (untouched (&heads[2].msg_len, &heads[2].msg_len + 1));
  EXPECT_ERR (recvmmsg (fd[1], heads, 3, MSG_DONTWAIT, NULL), EAGAIN);
}

TEST (waits_for_one)
{
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_WAITFORONE, NULL), 2);
  EXPECT (untouched (&heads[2].msg_len, &heads[2].msg_len + 1));
}

TEST (takes_five_arguments)
{
  struct timespec timeout = { 30, 0 };
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_WAITFORONE | MSG_PEEK, &timeout),
             3);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_WAITFORONE, &timeout), 2);
}

TEST (tells_what_was_cut)
{
  int fd[2];
  waiting (fd, 1);
  heads->msg_hdr.msg_iov->iov_len = 2;
  EXPECT_EQ (recvmmsg (fd[1], heads, 1, 0, NULL), 1);
  EXPECT_EQ (heads->msg_len, 2);
  EXPECT_EQ (heads->msg_hdr.msg_flags, MSG_TRUNC);
  EXPECT (untouched (got[0] + 2, got[1]));
}

/* The time is looked at after each message, not while waiting.  */
TEST (ends_in_time)
{
  struct timespec none = { 0, 0 };
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 2, 0, &none), 1);
  EXPECT_EQ (none.tv_sec, 0);
  EXPECT_EQ (none.tv_nsec, 0);
}

TEST (tells_the_time_left)
{
  struct timespec left = { 30, 0 };
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 2, 0, &left), 2);
  EXPECT (left.tv_sec >= 0 && left.tv_sec < 30);
  EXPECT (left.tv_nsec >= 0 && left.tv_nsec < 1000000000);
}

TEST (refuses_a_time)
{
  struct timespec long_second = { 1, 1000000000 }, negative = { -1, 0 };
  int fd[2];
  waiting (fd, 1);
  EXPECT_ERR (recvmmsg (fd[1], heads, 1, 0, &long_second), EINVAL);
  EXPECT_ERR (recvmmsg (fd[1], heads, 1, 0, &negative), EINVAL);
  EXPECT_EQ (recvmmsg (fd[1], heads, 1, MSG_DONTWAIT, NULL), 1);
}

TEST (refuses_a_bad_time_pointer)
{
  int fd[2];
  waiting (fd, 1);
  EXPECT_ERR (recvmmsg (fd[1], heads, 1, 0, bad ()), EFAULT);
}

SUITE (recvmmsg, CASE (takes_what_is_there), CASE (waits_for_one),
       CASE (takes_five_arguments), CASE (tells_what_was_cut),
       CASE (ends_in_time), CASE (tells_the_time_left), CASE (refuses_a_time),
       CASE (refuses_a_bad_time_pointer))
