/* msg.c - tests of sendmsg and recvmsg; errors are in msg-errors.c.  */
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

TEST (gather_and_scatter_by_unix)
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  int fd[2];
  for (unsigned i = 0; i < COUNT (types); i++)
    {
      unix_pair (types[i], fd);
      gathers_and_scatters (fd);
    }
}

TEST (gather_and_scatter_by_tcp)
{
  int fd[2];
  tcp_pair (fd);
  gathers_and_scatters (fd);
}

TEST (gather_and_scatter_by_udp)
{
  int fd[2];
  udp_pair (fd);
  gathers_and_scatters (fd);
}

TEST (carry_an_address)
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

TEST (recvmsg_tells_of_no_sender)
{
  struct sockaddr_un from;
  struct msghdr head;
  char got[8];
  struct iovec in = PART (got, sizeof got);
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (write (fd[0], "abc", 3), 3);
  message (&head, &in, 1);
  head.msg_name = &from;
  head.msg_namelen = sizeof from;
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 3);
  EXPECT_EQ (head.msg_namelen, 0);
}

TEST (recvmsg_tells_what_was_cut)
{
  struct msghdr head;
  char got[4];
  struct iovec in = PART (got, 3);
  int fd[2];
  DIRTY (got);
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (write (fd[0], "0123456789", 10), 10);
  message (&head, &in, 1);
  EXPECT_EQ (recvmsg (fd[1], &head, MSG_PEEK), 3);
  EXPECT_EQ (head.msg_flags, MSG_TRUNC);
  EXPECT_EQ (recvmsg (fd[1], &head, MSG_TRUNC), 10);
  EXPECT_EQ (head.msg_flags & MSG_TRUNC, MSG_TRUNC);
  EXPECT (untouched (got + 3, got + 4));
}

/* The flags are the argument's; those in the header go one way only.  */
TEST (pass_the_flags)
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

TEST (carry_no_parts)
{
  struct msghdr head;
  char got[4];
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  message (&head, NULL, 0);
  EXPECT_EQ (sendmsg (fd[0], &head, 0), 0);
  EXPECT_EQ (write (fd[0], "ab", 2), 2);
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 0);
  EXPECT_EQ (head.msg_flags, 0);
  EXPECT_EQ (read (fd[1], got, sizeof got), 2);
}

TEST (take_an_empty_part)
{
  struct msghdr head;
  char got[4];
  struct iovec out[] = { PART (NULL, 0), PART ("abc", 3) };
  struct iovec in[] = { PART (NULL, 0), PART (got, sizeof got) };
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  message (&head, out, 1);
  EXPECT_EQ (sendmsg (fd[0], &head, 0), 0);
  message (&head, out, 2);
  EXPECT_EQ (sendmsg (fd[0], &head, 0), 3);
  message (&head, in, 2);
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 3);
}

TEST (take_1024_parts)
{
  static struct iovec parts[1024];
  static char bytes[1024];
  struct msghdr head;
  int fd[2];
  for (unsigned i = 0; i < COUNT (parts); i++)
    parts[i] = PART (bytes + i, 1);
  unix_pair (SOCK_STREAM, fd);
  message (&head, parts, COUNT (parts));
  bytes[1023] = 'z';
  EXPECT_EQ (sendmsg (fd[0], &head, 0), 1024);
  bytes[1023] = 0;
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 1024);
  EXPECT_EQ (bytes[1023], 'z');
}

TEST (ignore_the_length_of_no_name)
{
  struct msghdr head;
  struct iovec out = PART ("a", 1);
  int fd[2];
  udp_pair (fd);
  message (&head, &out, 1);
  head.msg_namelen = 77;
  EXPECT_EQ (sendmsg (fd[0], &head, 0), 1);
}

TEST (recvmsg_meets_the_end)
{
  struct msghdr head;
  char got[4];
  struct iovec in = PART (got, sizeof got);
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  close (fd[0]);
  message (&head, &in, 1);
  EXPECT_EQ (recvmsg (fd[1], &head, 0), 0);
}

SUITE (msg, CASE (gather_and_scatter_by_unix),
       CASE (gather_and_scatter_by_tcp), CASE (gather_and_scatter_by_udp),
       CASE (carry_an_address), CASE (recvmsg_tells_of_no_sender),
       CASE (recvmsg_tells_what_was_cut), CASE (pass_the_flags),
       CASE (carry_no_parts), CASE (take_an_empty_part),
       CASE (take_1024_parts), CASE (ignore_the_length_of_no_name),
       CASE (recvmsg_meets_the_end))
