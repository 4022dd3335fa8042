/* messages.c - tests of sendmsg and recvmsg.  */
/* SPDX-License-Identifier: MIT */

#include "messages.h"

static void
gathers_and_scatters (int fd[2])
{
  char got[3][4];
  struct msghdr head;
  struct iovec out[] = { PART ("ab", 2), PART ("cdefg", 5), PART ("h", 1) };
  struct iovec in[] = { PART (got[0], 1), PART (got[1], 4), PART (got[2], 4) };
  message (&head, out, 3);
  EXPECT_EQ (sendmsg (fd[0], &head, MSG_NOSIGNAL), 8);
  DIRTY (got);
  message (&head, in, 3);
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 8);
  EXPECT_EQ (memcmp (got[0], "a", 1), 0);
  EXPECT_EQ (memcmp (got[1], "bcde", 4), 0);
  EXPECT_EQ (memcmp (got[2], "fgh", 3), 0);
  EXPECT (untouched (got[0] + 1, got[1]));
  EXPECT (untouched (got[2] + 3, got[2] + 4));
  EXPECT_EQ (head.msg_flags & ~MSG_EOR, 0);
  EXPECT_EQ (head.msg_controllen, 0);
  EXPECT (head.msg_iov == in && head.msg_iovlen == 3);
}

TEST (msg_gather_and_scatter)
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  int fd[2];
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      unix_pair (types[i], fd);
      gathers_and_scatters (fd);
    }
}

TEST (msg_carry_an_address)
{
  struct sockaddr_in target, source, from[2];
  struct msghdr head;
  char got[8];
  struct iovec out = PART ("abc", 3), in = PART (got, sizeof got);
  int server = inet_bound (SOCK_DGRAM, &target);
  int client = inet_bound (SOCK_DGRAM, &source);
  message (&head, &out, 1);
  head.msg_name = &target;
  head.msg_namelen = sizeof target;
  EXPECT_EQ (sendmsg (client, &head, 0), 3);
  DIRTY (from);
  message (&head, &in, 1);
  head.msg_name = from;
  head.msg_namelen = sizeof from;
  EXPECT_EQ (recvmsg (server, &head, 0), 3);
  EXPECT_EQ (head.msg_namelen, sizeof *from);
  EXPECT_EQ (from->sin_port, source.sin_port);
  EXPECT_EQ (from->sin_addr.s_addr, source.sin_addr.s_addr);
  EXPECT (untouched (from + 1, from + 2));
}

/* The argument has the flags; those in the header are output only.  */
TEST (msg_pass_the_flags)
{
  struct msghdr head;
  char got[4];
  struct iovec out = PART ("abc", 3), in = PART (got, sizeof got);
  int fd[2];
  udp_pair (fd);
  message (&head, &out, 1);
  EXPECT_ERR (sendmsg (fd[0], &head, MSG_OOB), EOPNOTSUPP);
  head.msg_flags = MSG_OOB;
  EXPECT_EQ (sendmsg (fd[0], &head, 0), 3);
  message (&head, &in, 1);
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 3);
  EXPECT_ERR (recvmsg (fd[1], &head, MSG_DONTWAIT), EAGAIN);
}

TEST (msg_refuse_a_null_header)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (sendmsg (fd[0], nil (), 0), EFAULT);
  EXPECT_ERR (recvmsg (fd[0], nil (), MSG_DONTWAIT), EFAULT);
}

TEST (msg_refuse_bad_pointers)
{
  struct msghdr head;
  struct iovec wrong = PART (bad (), 3), fine = PART ("abc", 3);
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  message (&head, nil (), 1);
  EXPECT_ERR (sendmsg (fd[0], &head, 0), EFAULT);
  EXPECT_ERR (recvmsg (fd[1], &head, MSG_DONTWAIT), EFAULT);
  message (&head, bad (), 1);
  EXPECT_ERR (sendmsg (fd[0], &head, 0), EFAULT);
  EXPECT_ERR (recvmsg (fd[1], &head, MSG_DONTWAIT), EFAULT);
  message (&head, &wrong, 1);
  EXPECT_ERR (sendmsg (fd[0], &head, 0), EFAULT);
  message (&head, &fine, 1);
  head.msg_name = bad ();
  head.msg_namelen = sizeof (struct sockaddr_un);
  EXPECT_ERR (sendmsg (fd[0], &head, 0), EFAULT);
  if (SUITE_BAD_MSGHDR)
    {
      EXPECT_ERR (sendmsg (fd[0], bad (), 0), EFAULT);
      EXPECT_ERR (recvmsg (fd[0], bad (), MSG_DONTWAIT), EFAULT);
    }
}

SUITE (messages, CASE (msg_gather_and_scatter), CASE (msg_carry_an_address),
       CASE (msg_pass_the_flags), CASE (msg_refuse_a_null_header),
       CASE (msg_refuse_bad_pointers))
