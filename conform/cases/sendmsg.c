/* sendmsg.c - cases of sendmsg: the header and the name.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- The header.  */

CASE (sendmsg, header_null, "send(2)", "1.3.16")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (sendmsg (fd[0], NULL_POINTER, 0), EFAULT);
}

CASE (sendmsg, header_bad, "send(2)", "1.3.16")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (sendmsg (fd[0], BAD_POINTER, 0), EFAULT);
}

CASE (sendmsg, header_at_page_end, "send(2)", "1.3.16")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr *message = guarded (sizeof *message);
  message_of (message, &piece, 1);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (sendmsg (fd[0], (char *)message + 1, 0), EFAULT);
  EXPECT_RET (sendmsg (fd[0], message, 0), 3);
}

/* Nothing is written back.  */
CASE (sendmsg, header_read_only, "POSIX", "1.3.16")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr *message = guarded (page_size ());
  message_of (message, &piece, 1);
  MUST (mprotect (message, page_size (), PROT_READ));
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (sendmsg (fd[0], message, 0), 3);
}

CASE (sendmsg, header_kept, "POSIX", "1.3.16")
{
  int fd[2];
  struct iovec piece = { "abc", 3 }, same = piece;
  struct msghdr message, before;
  unix_pair (SOCK_DGRAM, fd);
  message_of (&message, &piece, 1);
  memcpy (&before, &message, sizeof message);
  EXPECT_RET (sendmsg (fd[0], &message, 0), 3);
  EXPECT_BYTES (&message, &before, sizeof message);
  EXPECT_BYTES (&piece, &same, sizeof piece);
}

/* Neither the padding nor the flags in the header count.  */
CASE (sendmsg, padding_and_flags_dirty, "send(2)", "1.3.16")
{
  int fd[2];
  char got[8];
  struct iovec piece[2] = { { "ab", 2 }, { "c", 1 } };
  struct msghdr message;
  message_of (&message, piece, 2);
  message.msg_flags = -1;
  udp_pair (fd);
  EXPECT_RET (sendmsg (fd[0], &message, 0), 3);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 3);
  EXPECT_BYTES (got, "abc", 3);
}

/* A size_t is all of its word.  */
CASE (sendmsg, iovlen_high_half, "kernel net/socket.c", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_DGRAM, fd);
  message_of (&message, &piece, DIRTY_HIGH (1));
  EXPECT_ERR (sendmsg (fd[0], &message, 0), EMSGSIZE);
}

CASE (sendmsg, controllen_high_half, "kernel net/socket.c", "2.5.5",
      NEEDS_WIDE, "send(2) has ENOBUFS for output queues alone")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_DGRAM, fd);
  message_of (&message, &piece, 1);
  message.msg_control = &piece;
  message.msg_controllen = DIRTY_HIGH (0);
  EXPECT_ERR (sendmsg (fd[0], &message, 0), ENOBUFS);
}

CASE (sendmsg, ints_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_DGRAM, fd);
  message_of (&message, &piece, 1);
  EXPECT_RET (
      sendmsg (DIRTY_HIGH (fd[0]), &message, DIRTY_HIGH (MSG_DONTWAIT)), 3);
}

/* MSG_CMSG_COMPAT, the internal flag for control data in the other layout,
   is refused from programs with the layout of the kernel.  */
CASE (sendmsg, flag_of_the_other_layout, "kernel net/socket.c", "3.10")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_DGRAM, fd);
  message_of (&message, &piece, 1);
  EXPECT_EITHER (sendmsg (fd[0], &message, 0x80000000), WITH_OTHER_LAYOUT (3),
                 WITHOUT_OTHER_LAYOUT (3));
}

/* --- The name.  */

CASE (sendmsg, name_of_udp, "send(2)", "2.2")
{
  char got[8];
  struct sockaddr_in where;
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  int fd = inet_bound (SOCK_DGRAM, &where);
  message_of (&message, &piece, 1);
  message.msg_name = &where;
  message.msg_namelen = sizeof where;
  EXPECT_RET (sendmsg (fd, &message, 0), 3);
  EXPECT_RET (recv (fd, got, sizeof got, 0), 3);
}

CASE (sendmsg, namelen_negative, "kernel net/socket.c", "3.14")
{
  struct sockaddr_in where;
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  int fd = inet_bound (SOCK_DGRAM, &where);
  message_of (&message, &piece, 1);
  message.msg_name = &where;
  message.msg_namelen = -1;
  EXPECT_ERR (sendmsg (fd, &message, 0), EINVAL);
}

/* The length of no name does not count.  */
CASE (sendmsg, name_null_namelen_negative, "kernel net/socket.c", "3.19")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  udp_pair (fd);
  message_of (&message, &piece, 1);
  message.msg_namelen = -1;
  EXPECT_RET (sendmsg (fd[0], &message, 0), 3);
  message.msg_namelen = 16;
  EXPECT_RET (sendmsg (fd[0], &message, 0), 3);
}

/* Longer than any address counts as 128, where sendto fails with EINVAL.  */
CASE (sendmsg, namelen_129, "kernel net/socket.c", "3.13", NEEDS_NOTHING,
      "send(2) tells of no difference from sendto")
{
  struct sockaddr_in where[16];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  FILLED (where);
  int fd = inet_bound (SOCK_DGRAM, where);
  message_of (&message, &piece, 1);
  message.msg_name = where;
  message.msg_namelen = 129;
  EXPECT_RET (sendmsg (fd, &message, 0), 3);
}

/* No name: to the peer, where sendto fails with EINVAL.  */
CASE (sendmsg, namelen_zero_udp, "kernel net/socket.c", "2.2", NEEDS_NOTHING,
      "send(2) tells of no difference from sendto")
{
  int fd[2];
  struct sockaddr_in where = loopback (0);
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  udp_pair (fd);
  message_of (&message, &piece, 1);
  message.msg_name = &where;
  EXPECT_RET (sendmsg (fd[0], &message, 0), 3);
}

CASE (sendmsg, namelen_short_of_inet, "kernel net/ipv4/udp.c", "2.2")
{
  struct sockaddr_in where;
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  int fd = inet_bound (SOCK_DGRAM, &where);
  message_of (&message, &piece, 1);
  message.msg_name = &where;
  message.msg_namelen = sizeof where - 1;
  EXPECT_ERR (sendmsg (fd, &message, 0), EINVAL);
}

CASE (sendmsg, name_bad, "send(2)", "2.2")
{
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  message_of (&message, &piece, 1);
  message.msg_name = BAD_POINTER;
  message.msg_namelen = sizeof (struct sockaddr_in);
  EXPECT_ERR (sendmsg (fd, &message, 0), EFAULT);
}

CASE (sendmsg, name_at_page_end, "send(2)", "2.2")
{
  struct sockaddr_in where, *name = guarded (sizeof *name);
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  int fd = inet_bound (SOCK_DGRAM, &where);
  *name = where;
  message_of (&message, &piece, 1);
  message.msg_name = name;
  message.msg_namelen = sizeof where;
  EXPECT_RET (sendmsg (fd, &message, 0), 3);
  message.msg_namelen = 129;
  EXPECT_RET_FIXED (sendmsg (fd, &message, 0), -EFAULT, 3, 13, -EINVAL);
}

CASE (sendmsg, name_unix_stream_connected, "unix(7)", "1.3.16")
{
  int fd[2];
  struct sockaddr_un name;
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_STREAM, fd);
  message_of (&message, &piece, 1);
  message.msg_name = &name;
  message.msg_namelen = abstract_name (&name, 'a');
  EXPECT_ERR (sendmsg (fd[0], &message, 0), EISCONN);
}

CASE (sendmsg, udp_unconnected, "send(2)", "2.2")
{
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  message_of (&message, &piece, 1);
  EXPECT_ERR (sendmsg (fd, &message, 0), EDESTADDRREQ);
}

CASE (sendmsg, oob_unix_datagram, "unix(7)", "2.2")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_DGRAM, fd);
  message_of (&message, &piece, 1);
  EXPECT_ERR (sendmsg (fd[0], &message, MSG_OOB), EOPNOTSUPP);
}

CASE (sendmsg, after_shutdown, "send(2)", "1.3.16")
{
  int fd[2];
  struct iovec piece = { "abc", 3 };
  struct msghdr message;
  unix_pair (SOCK_STREAM, fd);
  count_signal (SIGPIPE, 0);
  message_of (&message, &piece, 1);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_ERR (sendmsg (fd[0], &message, MSG_NOSIGNAL), EPIPE);
  EXPECT_EQ (signals_seen (), 0);
  EXPECT_ERR (sendmsg (fd[0], &message, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}
