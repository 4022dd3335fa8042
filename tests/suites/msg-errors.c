/* msg-errors.c - tests of what sendmsg and recvmsg refuse.  */
/* SPDX-License-Identifier: MIT */

#include "messages.h"

static char bytes[8];

TEST (refuse_1025_parts)
{
  static struct iovec parts[1025];
  struct msghdr head;
  int fd[2];
  for (unsigned i = 0; i < COUNT (parts); i++)
    parts[i] = PART (bytes, 1);
  unix_pair (SOCK_STREAM, fd);
  message (&head, parts, COUNT (parts));
  EXPECT_ERR (sendmsg (fd[0], &head, 0), EMSGSIZE);
  EXPECT_ERR (recvmsg (fd[0], &head, MSG_DONTWAIT), EMSGSIZE);
}

TEST (refuse_a_length)
{
  struct sockaddr_in where;
  struct msghdr head;
  struct iovec huge = PART (bytes, -1), fine = PART (bytes, 1);
  int fd = inet_bound (SOCK_DGRAM, &where);
  message (&head, &huge, 1);
  head.msg_name = &where;
  head.msg_namelen = sizeof where;
  EXPECT_ERR (sendmsg (fd, &head, 0), EINVAL);
  EXPECT_ERR (recvmsg (fd, &head, MSG_DONTWAIT), EINVAL);
  head.msg_iov = &fine;
  head.msg_namelen = -1;
  EXPECT_ERR (sendmsg (fd, &head, 0), EINVAL);
  EXPECT_ERR (recvmsg (fd, &head, MSG_DONTWAIT), EINVAL);
}

TEST (refuse_a_null_header)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (sendmsg (fd[0], nil (), 0), EFAULT);
  EXPECT_ERR (recvmsg (fd[0], nil (), MSG_DONTWAIT), EFAULT);
}

TEST (refuse_bad_pointers)
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

TEST (sendmsg_misses_a_peer)
{
  struct msghdr head;
  struct iovec out = PART ("a", 1);
  struct sockaddr_un name;
  socklen_t length = unix_name (&name, 'm');
  int local[2], alone = open_socket (AF_UNIX, SOCK_STREAM);
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  message (&head, &out, 1);
  EXPECT_ERR (sendmsg (alone, &head, 0), ENOTCONN);
  EXPECT_ERR (sendmsg (tcp, &head, MSG_NOSIGNAL), EPIPE);
  EXPECT_ERR (sendmsg (udp, &head, 0), EDESTADDRREQ);
  unix_pair (SOCK_STREAM, local);
  head.msg_name = &name;
  head.msg_namelen = length;
  EXPECT_ERR (sendmsg (local[0], &head, 0), EISCONN);
}

TEST (refuse_what_is_no_socket)
{
  struct msghdr head;
  struct iovec any = PART (bytes, 1);
  message (&head, &any, 1);
  EXPECT_WRONG_FDS (sendmsg (fd, &head, MSG_NOSIGNAL));
  EXPECT_WRONG_FDS (recvmsg (fd, &head, MSG_DONTWAIT));
}

SUITE (msg_errors, CASE (refuse_1025_parts), CASE (refuse_a_length),
       CASE (refuse_a_null_header), CASE (refuse_bad_pointers),
       CASE (sendmsg_misses_a_peer), CASE (refuse_what_is_no_socket))
