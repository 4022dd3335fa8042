/* sendmmsg.c - tests of sendmmsg, and of both calls together.  */
/* SPDX-License-Identifier: MIT */

#include "messages.h"

#include <sys/mman.h>

static struct mmsghdr heads[3];
static char got[3][8];

/* Headers to send three messages with.  */
static void
make_three (void)
{
  static struct iovec out[3];
  out[0] = PART ("one", 3);
  out[1] = PART ("three", 5);
  out[2] = PART ("5", 1);
  messages (heads, out, 3);
}

TEST (deliver_three)
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

TEST (carry_addresses)
{
  struct sockaddr_in target[2], source, from[2];
  int client = inet_bound (SOCK_DGRAM, &source);
  int server[2];
  make_three ();
  for (int i = 0; i < 2; i++)
    {
      server[i] = inet_bound (SOCK_DGRAM, &target[i]);
      heads[i].msg_hdr.msg_name = &target[i];
      heads[i].msg_hdr.msg_namelen = sizeof target[i];
    }
  EXPECT_EQ (sendmmsg (client, heads, 2, 0), 2);
  for (int i = 0; i < 2; i++)
    {
      DIRTY (from);
      room_for_three (heads, got);
      heads->msg_hdr.msg_name = from;
      heads->msg_hdr.msg_namelen = sizeof from;
      EXPECT_EQ (recvmmsg (server[i], heads, 1, 0, NULL), 1);
      EXPECT_EQ (heads->msg_len, i ? 5 : 3);
      EXPECT_EQ (heads->msg_hdr.msg_namelen, sizeof *from);
      EXPECT_EQ (from->sin_port, source.sin_port);
      EXPECT (untouched (from + 1, from + 2));
    }
}

TEST (carry_descriptors)
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

TEST (do_nothing_for_no_message)
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

TEST (sendmmsg_tells_the_first_error)
{
  struct iovec wrong = PART (bad (), 3);
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  make_three ();
  heads[0].msg_hdr.msg_iov = &wrong;
  EXPECT_ERR (sendmmsg (fd[0], heads, 3, 0), EFAULT);
  EXPECT (untouched (&heads[0].msg_len, &heads[0].msg_len + 1));
}

TEST (sendmmsg_passes_the_flags)
{
  int fd[2];
  udp_pair (fd);
  make_three ();
  EXPECT_ERR (sendmmsg (fd[0], heads, 3, MSG_OOB), EOPNOTSUPP);
}

TEST (refuse_a_bad_vector)
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

TEST (refuse_what_is_no_socket)
{
  make_three ();
  EXPECT_WRONG_FDS (sendmmsg (fd, heads, 2, MSG_NOSIGNAL));
  room_for_three (heads, got);
  EXPECT_WRONG_FDS (recvmmsg (fd, heads, 2, MSG_DONTWAIT, NULL));
}

/* Ten are told of, two are there: the second fails, so nobody may look at what
   lies behind the page.  */
TEST (stop_before_what_is_not_there)
{
  int fd[2];
  struct iovec part = PART ("one", 3);
  char *page = mmap (NULL, 8192, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (page != MAP_FAILED);
  EXPECT_EQ (munmap (page + 4096, 4096), 0);
  struct mmsghdr *vec
      = (struct mmsghdr *)(page + 4096 - 2 * sizeof (struct mmsghdr));
  unix_pair (SOCK_DGRAM, fd);
  message (&vec[0].msg_hdr, &part, 1);
  message (&vec[1].msg_hdr, bad (), 1);
  EXPECT_EQ (sendmmsg (fd[0], vec, 10, 0), 1);
  EXPECT_ERR (sendmmsg (-1, vec, 10, 0), EBADF);
}

SUITE (sendmmsg, CASE (deliver_three), CASE (carry_addresses),
       CASE (carry_descriptors), CASE (do_nothing_for_no_message),
       CASE (sendmmsg_takes_1024_at_most), CASE (sendmmsg_stops_at_an_error),
       CASE (sendmmsg_tells_the_first_error), CASE (sendmmsg_passes_the_flags),
       CASE (refuse_a_bad_vector), CASE (refuse_what_is_no_socket),
       CASE (stop_before_what_is_not_there))
