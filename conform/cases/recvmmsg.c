/* recvmmsg.c - cases of recvmmsg: counts and messages.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static struct mmsghdr vector[8];
static struct iovec piece[8];
static char room[8][16];
static const char text[3][3] = { "a", "bb", { 'c', 'c', 'c' } };

/* The vector, ready for use; all other bytes are FILL.  */
static void
set_up (struct mmsghdr *at, int count)
{
  FILLED (room);
  memset (at, FILL, (size_t)count * sizeof *at);
  for (int i = 0; i < count; i++)
    {
      piece[i] = (struct iovec){ room[i], sizeof room[i] };
      at[i].msg_hdr.msg_name = NULL;
      at[i].msg_hdr.msg_namelen = 0;
      at[i].msg_hdr.msg_iov = &piece[i];
      at[i].msg_hdr.msg_iovlen = 1;
      at[i].msg_hdr.msg_control = NULL;
      at[i].msg_hdr.msg_controllen = 0;
    }
}

/* Two datagram sockets of AF_UNIX; the first COUNT of a, bb, ccc wait for
   the first.  Also prepares the vector.  */
static void
sent_pair (int fd[2], int count)
{
  unix_pair (SOCK_DGRAM, fd);
  for (int i = 0; i < count; i++)
    MUST (send (fd[1], text[i], i + 1, 0));
  set_up (vector, 8);
}

CASE (recvmmsg, what_is_there, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 3);
  EXPECT_RET (recvmmsg (fd[0], vector, 8, MSG_DONTWAIT, 0), 3);
  for (unsigned int i = 0; i < 3; i++)
    {
      EXPECT_EQ (vector[i].msg_len, i + 1);
      EXPECT_EQ (vector[i].msg_hdr.msg_flags, 0);
      EXPECT_BYTES (room[i], text[i], i + 1);
      EXPECT_UNTOUCHED (room[i] + i + 1, room[i] + sizeof room[i]);
    }
  EXPECT_UNTOUCHED (&vector[3].msg_len, &vector[3].msg_len + 1);
  EXPECT_UNTOUCHED (&vector[3].msg_hdr.msg_flags,
                    &vector[3].msg_hdr.msg_flags + 1);
}

CASE (recvmmsg, no_more_than_vlen, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 3);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, 0), 2);
  EXPECT_UNTOUCHED (&vector[2].msg_len, &vector[2].msg_len + 1);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg, empty, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 0);
  EXPECT_ERR (recvmmsg (fd[0], vector, 2, MSG_DONTWAIT, 0), EAGAIN);
  EXPECT_UNTOUCHED (&vector[0].msg_len, &vector[0].msg_len + 1);
}

CASE (recvmmsg, names, "recvmmsg(2)", "2.6.33")
{
  struct sockaddr_in where, from[2], got[2];
  int fd = inet_bound (SOCK_DGRAM, &where);
  set_up (vector, 2);
  FILLED (got);
  for (int i = 0; i < 2; i++)
    {
      int sender = inet_bound (SOCK_DGRAM, &from[i]);
      vector[i].msg_hdr.msg_name = &got[i];
      vector[i].msg_hdr.msg_namelen = sizeof got[i];
      MUST (sendto (sender, "abc", 3, 0, &where, sizeof where));
      /* Packets of two senders may overtake each other on two processors.  */
      wait_for (fd, POLLIN);
    }
  EXPECT_RET (recvmmsg (fd, vector, 2, 0, 0), 2);
  for (int i = 0; i < 2; i++)
    {
      EXPECT_EQ (vector[i].msg_hdr.msg_namelen, sizeof got[i]);
      EXPECT_BYTES (&got[i], &from[i], sizeof got[i]);
    }
}

CASE (recvmmsg, trunc_of_one, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 3);
  piece[1].iov_len = 1;
  EXPECT_RET (recvmmsg (fd[0], vector, 3, MSG_DONTWAIT, 0), 3);
  EXPECT_EQ (vector[1].msg_len, 1);
  EXPECT_EQ (vector[0].msg_hdr.msg_flags, 0);
  EXPECT_EQ (vector[1].msg_hdr.msg_flags, MSG_TRUNC);
  EXPECT_EQ (vector[2].msg_hdr.msg_flags, 0);
}

CASE (recvmmsg, trunc_asked, "recvmmsg(2)", "3.4")
{
  int fd[2];
  sent_pair (fd, 3);
  piece[2].iov_len = 1;
  EXPECT_RET (recvmmsg (fd[0], vector, 3, MSG_DONTWAIT | MSG_TRUNC, 0), 3);
  EXPECT_EQ (vector[2].msg_len, 3);
}

CASE (recvmmsg, datagrams_of_nothing, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 0);
  MUST (send (fd[1], "", 0, 0));
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recvmmsg (fd[0], vector, 8, MSG_DONTWAIT, 0), 2);
  EXPECT_EQ (vector[0].msg_len, 0);
  EXPECT_EQ (vector[1].msg_len, 3);
}

/* The same one, time and again.  */
CASE (recvmmsg, peek, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 3);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, MSG_PEEK, 0), 2);
  EXPECT_EQ (vector[0].msg_len, 1);
  EXPECT_EQ (vector[1].msg_len, 1);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 1);
}

/* An end of 0 bytes counts as a message.  */
CASE (recvmmsg, end_of_stream, "kernel net/socket.c", "2.6.33", NEEDS_NOTHING,
      "recvmmsg(2) does not say what it does at the end")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  close (fd[1]);
  set_up (vector, 3);
  EXPECT_RET (recvmmsg (fd[0], vector, 3, 0, 0), 3);
  EXPECT_EQ (vector[2].msg_len, 0);
}

CASE (recvmmsg, words_dirty_high, "kernel arch/x86", "2.6.33", NEEDS_WIDE)
{
  int fd[2];
  sent_pair (fd, 3);
  EXPECT_RET (recvmmsg (DIRTY_HIGH (fd[0]), vector, DIRTY_HIGH (2),
                        DIRTY_HIGH (MSG_DONTWAIT), 0),
              2);
}

/* socketcall does not refuse it.  */
CASE (recvmmsg, cmsg_compat, "kernel net/socket.c", "3.10", NEEDS_DIRECT)
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_EITHER (recvmmsg (fd[0], vector, 1, 0x80000000U, 0),
                 WITH_OTHER_LAYOUT (1), WITHOUT_OTHER_LAYOUT (1));
}

CASE (recvmmsg, cmsg_cloexec_in_msg_flags, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmsg(2) does not say that it comes back")
{
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, MSG_CMSG_CLOEXEC, 0), 2);
  EXPECT_EQ (vector[1].msg_hdr.msg_flags, MSG_CMSG_CLOEXEC);
}

/* --- Counts.  */

CASE (recvmmsg, vlen_zero, "kernel net/socket.c", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_RET (recvmmsg (fd[0], BAD_POINTER, 0, 0, 0), 0);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 1);
}

CASE (recvmmsg, vlen_zero_fd_closed, "recvmmsg(2)", "2.6.33")
{
  EXPECT_ERR (recvmmsg (closed_fd (), vector, 0, 0, 0), EBADF);
}

CASE (recvmmsg, vlen_zero_fd_of_a_pipe, "recvmmsg(2)", "2.6.33")
{
  EXPECT_ERR (recvmmsg (pipe_fd (), vector, 0, 0, 0), ENOTSOCK);
}

CASE (recvmmsg, vlen_all_ones, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 0xffffffffU, MSG_DONTWAIT, 0), 2);
}

/* sendmmsg stops at 1024, recvmmsg does not.  */
CASE (recvmmsg, vlen_1100, "kernel net/socket.c", "2.6.33")
{
  enum
  {
    MANY = 1100
  };
  static struct mmsghdr many[MANY];
  static char sent[MANY], got[MANY];
  static struct iovec iov[MANY];
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  for (int i = 0; i < MANY; i++)
    {
      sent[i] = (char)(i % 251);
      iov[i] = (struct iovec){ &got[i], 1 };
      many[i].msg_hdr.msg_iov = &iov[i];
      many[i].msg_hdr.msg_iovlen = 1;
    }
  MUST (send (fd[1], sent, MANY, 0));
  EXPECT_RET (recvmmsg (fd[0], many, MANY, MSG_DONTWAIT, 0), MANY);
  EXPECT_BYTES (got, sent, MANY);
}
