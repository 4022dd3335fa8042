/* vectors.c - tests of sendmmsg and recvmmsg.  */
/* SPDX-License-Identifier: MIT */

#include "messages.h"

#include <sys/mman.h>

static struct mmsghdr heads[3];
static char got[3][8];

/* Headers to send three messages.  */
static void
make_three (void)
{
  static struct iovec out[3];
  out[0] = PART ("one", 3);
  out[1] = PART ("three", 5);
  out[2] = PART ("5", 1);
  messages (heads, out, 3);
}

TEST (mmsg_deliver_three)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  make_three ();
  EXPECT_EQ (sendmmsg (fd[0], heads, 3, MSG_NOSIGNAL), 3);
  EXPECT_EQ (heads[0].msg_len, 3);
  EXPECT_EQ (heads[1].msg_len, 5);
  EXPECT_EQ (heads[2].msg_len, 1);
  room_for_three (heads, got);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, 0, NULL), 3);
  EXPECT_EQ (heads[0].msg_len, 3);
  EXPECT_EQ (heads[1].msg_len, 5);
  EXPECT_EQ (heads[2].msg_len, 1);
  EXPECT_EQ (memcmp (got[1], "three", 5), 0);
  EXPECT (untouched (got[1] + 5, got[2]));
  EXPECT_EQ (heads[1].msg_hdr.msg_flags, 0);
}

TEST (mmsg_carry_descriptors)
{
  union control control[2];
  int fd[2], new[2];
  unix_pair (SOCK_DGRAM, fd);
  make_three ();
  for (int i = 0; i < 2; i++)
    {
      heads[i].msg_hdr.msg_control = &control[i];
      heads[i].msg_hdr.msg_controllen = attach_fds (&control[i], 0, &fd[i], 1);
    }
  EXPECT_EQ (sendmmsg (fd[0], heads, 2, 0), 2);
  room_for_three (heads, got);
  DIRTY (control);
  for (int i = 0; i < 2; i++)
    {
      heads[i].msg_hdr.msg_control = &control[i];
      heads[i].msg_hdr.msg_controllen = sizeof control[i];
    }
  EXPECT_EQ (recvmmsg (fd[1], heads, 2, MSG_CMSG_CLOEXEC, NULL), 2);
  for (int i = 0; i < 2; i++)
    {
      EXPECT_EQ (heads[i].msg_hdr.msg_controllen, CMSG_SPACE (sizeof (int)));
      expect_fds (&heads[i].msg_hdr, &new[i], 1);
      EXPECT_EQ (fcntl (new[i], F_GETFD), FD_CLOEXEC);
    }
  expect_joined (new[0], new[1]);
}

TEST (mmsg_without_messages)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (sendmmsg (fd[0], heads, 0, 0), 0);
  EXPECT_EQ (recvmmsg (fd[0], heads, 0, 0, NULL), 0);
  EXPECT_WRONG_FDS (sendmmsg (fd, heads, 0, 0));
  EXPECT_WRONG_FDS (recvmmsg (fd, heads, 0, 0, NULL));
}

TEST (sendmmsg_takes_1024_at_most)
{
  static struct mmsghdr more[1100];
  static struct iovec parts[1100];
  int fd[2];
  for (unsigned i = 0; i < COUNT (parts); i++)
    parts[i] = PART ("a", 1);
  udp_pair (fd);
  messages (more, parts, COUNT (more));
  EXPECT_EQ (sendmmsg (fd[0], more, COUNT (more), 0), 1024);
  EXPECT_EQ (more[1023].msg_len, 1);
  EXPECT (untouched (&more[1024].msg_len, &more[1024].msg_len + 1));
}

TEST (sendmmsg_stops_at_an_error)
{
  struct iovec wrong = PART (bad (), 3);
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  make_three ();
  heads[1].msg_hdr.msg_iov = &wrong;
  EXPECT_EQ (sendmmsg (fd[0], heads, 3, 0), 1);
  EXPECT_EQ (heads[0].msg_len, 3);
  EXPECT (untouched (&heads[1].msg_len, &heads[1].msg_len + 1));
  EXPECT_EQ (read (fd[1], got[0], sizeof got[0]), 3);
  EXPECT_ERR (recv (fd[1], got[0], sizeof got[0], MSG_DONTWAIT), EAGAIN);
}

TEST (mmsg_refuse_a_bad_vector)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (sendmmsg (fd[0], nil (), 1, 0), EFAULT);
  EXPECT_ERR (recvmmsg (fd[1], nil (), 1, MSG_DONTWAIT, NULL), EFAULT);
  if (SUITE_BAD_MSGHDR)
    {
      EXPECT_ERR (sendmmsg (fd[0], bad (), 1, 0), EFAULT);
      EXPECT_ERR (recvmmsg (fd[1], bad (), 1, MSG_DONTWAIT, NULL), EFAULT);
    }
}

/* The count is ten, but there are two: the second fails, so nothing after the
   page may be read.  */
TEST (sendmmsg_reads_no_further)
{
  int fd[2];
  struct iovec part = PART ("one", 3);
  char *page = mmap (NULL, 2 * PAGE, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (page != MAP_FAILED);
  EXPECT_EQ (munmap (page + PAGE, PAGE), 0);
  struct mmsghdr *vec
      = (struct mmsghdr *)(page + PAGE - 2 * sizeof (struct mmsghdr));
  unix_pair (SOCK_DGRAM, fd);
  message (&vec[0].msg_hdr, &part, 1);
  message (&vec[1].msg_hdr, bad (), 1);
  EXPECT_EQ (sendmmsg (fd[0], vec, 10, 0), 1);
  EXPECT_ERR (sendmmsg (-1, vec, 10, 0), EBADF);
}

/* A pair of sockets, with COUNT messages pending in the second.  */
static void
waiting (int fd[2], unsigned count)
{
  unix_pair (SOCK_DGRAM, fd);
  while (count--)
    EXPECT_EQ (write (fd[0], "abc", 3), 3);
  room_for_three (heads, got);
}

TEST (recvmmsg_takes_pending_messages)
{
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_DONTWAIT, NULL), 2);
  EXPECT_EQ (heads[0].msg_len, 3);
  EXPECT_EQ (heads[1].msg_len, 3);
  EXPECT (untouched (&heads[2].msg_len, &heads[2].msg_len + 1));
  EXPECT_ERR (recvmmsg (fd[1], heads, 3, MSG_DONTWAIT, NULL), EAGAIN);
}

/* Not with MSG_WAITFORONE, which is newer than recvmmsg (2.6.34).  */
TEST (recvmmsg_takes_five_arguments)
{
  struct timespec timeout = { 30, 0 };
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_DONTWAIT | MSG_PEEK, &timeout), 3);
  EXPECT_EQ (recvmmsg (fd[1], heads, 3, MSG_DONTWAIT, &timeout), 2);
}

TEST (recvmmsg_stores_the_time_left)
{
  struct timespec left = { 30, 0 };
  int fd[2];
  waiting (fd, 2);
  EXPECT_EQ (recvmmsg (fd[1], heads, 2, 0, &left), 2);
  EXPECT (left.tv_sec >= 0 && left.tv_sec < 30);
  EXPECT (left.tv_nsec >= 0 && left.tv_nsec < 1000000000);
}

TEST (recvmmsg_refuses_a_time)
{
  struct timespec long_second = { 1, 1000000000 }, negative = { -1, 0 };
  int fd[2];
  waiting (fd, 1);
  EXPECT_ERR (recvmmsg (fd[1], heads, 1, 0, &long_second), EINVAL);
  EXPECT_ERR (recvmmsg (fd[1], heads, 1, 0, &negative), EINVAL);
  EXPECT_EQ (recvmmsg (fd[1], heads, 1, MSG_DONTWAIT, NULL), 1);
}

TEST (recvmmsg_refuses_a_bad_time_pointer)
{
  int fd[2];
  waiting (fd, 1);
  EXPECT_ERR (recvmmsg (fd[1], heads, 1, 0, bad ()), EFAULT);
}

SUITE (vectors, CASE (mmsg_deliver_three), CASE (mmsg_carry_descriptors),
       CASE (mmsg_without_messages), CASE (sendmmsg_takes_1024_at_most),
       CASE (sendmmsg_stops_at_an_error), CASE (mmsg_refuse_a_bad_vector),
       CASE (sendmmsg_reads_no_further),
       CASE (recvmmsg_takes_pending_messages),
       CASE (recvmmsg_takes_five_arguments),
       CASE (recvmmsg_stores_the_time_left), CASE (recvmmsg_refuses_a_time),
       CASE (recvmmsg_refuses_a_bad_time_pointer))
