/* recvmsg-rights-room.c - too little room for SCM_RIGHTS.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Three are sent and the room is of CONTROLLEN bytes: COUNT come, and the
   others are closed.  */
static void
room_for (int type, size_t controllen, int count)
{
  int fd[2], sent[3];
  struct rights got;
  struct parcel p;
  unix_pair (type, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 3));
  int before = open_fds ();
  FILLED (got);
  parcel (&p, 1, &got, controllen);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, MSG_TRUNC);
  EXPECT_EQ (open_fds (), before + count);
  size_t bytes = (size_t)count * sizeof (int);
  size_t space = CMSG_SPACE (bytes);
  size_t used = controllen < space ? controllen : space;
  EXPECT_EQ_FIXED (p.message.msg_controllen, count ? used : 0, 4, 4,
                   count ? space : 0);
  if (count)
    EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (bytes));
  for (int i = 0; i < count; i++)
    EXPECT (same_file (got.fd[i], sent[i]));
  EXPECT_UNTOUCHED (count ? (void *)(got.fd + count) : &got, &got + 1);
}

CASE (recvmsg, room_for_one_of_three, "unix(7)", "2.2")
{
  room_for (SOCK_STREAM, CMSG_LEN (sizeof (int)), 1);
}

CASE (recvmsg, room_for_one_of_three_dgram, "unix(7)", "2.2")
{
  room_for (SOCK_DGRAM, CMSG_LEN (sizeof (int)), 1);
}

CASE (recvmsg, room_for_two_of_three, "unix(7)", "2.2")
{
  room_for (SOCK_STREAM, CMSG_LEN (2 * sizeof (int)), 2);
}

/* If padding follows one, there is room for a second.  */
CASE (recvmsg, room_with_the_pad, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING,
      "cmsg(3) has CMSG_SPACE for what one element takes; on 64-bit "
      "architectures "
      "that of one descriptor lets two in")
{
  size_t space = CMSG_SPACE (sizeof (int));
  room_for (SOCK_STREAM, space, space == CMSG_LEN (sizeof (int)) ? 1 : 2);
}

CASE (recvmsg, room_for_a_part_of_one, "kernel net/core/scm.c", "2.2")
{
  room_for (SOCK_STREAM, CMSG_LEN (sizeof (int)) + 3, 1);
}

CASE (recvmsg, room_for_the_header, "kernel net/core/scm.c", "2.2")
{
  room_for (SOCK_STREAM, CMSG_LEN (0), 0);
}

CASE (recvmsg, room_for_less_than_the_header, "kernel net/core/scm.c", "2.2")
{
  room_for (SOCK_STREAM, CMSG_LEN (0) - 1, 0);
}

CASE (recvmsg, room_of_zero, "unix(7)", "2.2")
{
  room_for (SOCK_STREAM, 0, 0);
}

CASE (recvmsg, room_of_zero_dgram, "unix(7)", "2.2")
{
  room_for (SOCK_DGRAM, 0, 0);
}

/* The length of no room does not count.  */
CASE (recvmsg, room_null, "kernel net/core/scm.c", "2.2")
{
  int fd[2], sent[3];
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 3));
  int before = open_fds ();
  parcel (&p, 1, NULL, 64);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (p.message.msg_controllen, 0);
  EXPECT_EQ (open_fds (), before);
}

/* Descriptors that do not fit are closed, at both ends.  */
CASE (recvmsg, room_for_none_closes, "unix(7)", "2.2")
{
  int fd[2], ends[2];
  struct parcel p;
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_DGRAM, fd);
  MUST (send_rights (fd[0], &ends[1], 1));
  close (ends[1]);
  EXPECT_RET (take (fd[1], &p, NULL, 0, 0), 1);
  EXPECT (no_writer (ends[0]));
}

/* Nothing but the header and the descriptors is written, not the pad.  */
CASE (recvmsg, room_beyond_is_kept, "kernel net/core/scm.c", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_UNTOUCHED (got.fd + 1, &got + 1);
}

CASE (recvmsg, room_at_page_end, "kernel net/core/scm.c", "2.2")
{
  int fd[2], sent[3];
  size_t length = CMSG_LEN (3 * sizeof (int));
  struct rights *got = guarded (length);
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 3));
  EXPECT_RET (take (fd[1], &p, got, length, 0), 1);
  EXPECT_EQ_FIXED (p.message.msg_controllen, length, 4, 4,
                   CMSG_SPACE (3 * sizeof (int)));
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
  EXPECT (same_file (got->fd[2], sent[2]));
}

/* All of the word: its low half is 0.  */
CASE (recvmsg, unix_controllen_high_half, "kernel net/core/scm.c", "2.5.5",
      NEEDS_WIDE)
{
  int fd[2], sent = pipe_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  parcel (&p, 1, &got, (size_t)DIRTY_HIGH (0));
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof sent));
  EXPECT (same_file (got.fd[0], sent));
}

/* --- Room that cannot be written: the descriptors are closed.  */

CASE (recvmsg, room_bad, "kernel net/core/scm.c", "2.2", NEEDS_NOTHING,
      "recv(2) has EFAULT for a receive buffer alone; here data "
      "come, and MSG_CTRUNC")
{
  int fd[2], sent[3];
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 3));
  int before = open_fds ();
  parcel (&p, 1, BAD_POINTER, 64);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (p.message.msg_controllen, 0);
  EXPECT_EQ (open_fds (), before);
}

CASE (recvmsg, room_over_page_end, "kernel net/core/scm.c", "2.2")
{
  int fd[2], sent[3];
  struct rights *got = guarded (CMSG_LEN (sizeof (int)));
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 3));
  int before = open_fds ();
  parcel (&p, 1, got, sizeof *got);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (open_fds (), before + 1);
  EXPECT_EQ (got->header.cmsg_len, CMSG_LEN (sizeof (int)));
  EXPECT (same_file (got->fd[0], sent[0]));
}

/* --- The limit of descriptors.  */

/* Three come and LEFT more are allowed.  */
static void
limit_leaves (int left)
{
  int fd[2], sent[3];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 3));
  int before = open_fds ();
  limit_fds (next_fd () + left);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (open_fds (), before + left);
  size_t bytes = (size_t)left * sizeof (int);
  EXPECT_EQ (p.message.msg_controllen, left ? CMSG_SPACE (bytes) : 0);
  for (int i = 0; i < left; i++)
    EXPECT (same_file (got.fd[i], sent[i]));
}

CASE (recvmsg, limit_leaves_none, "kernel net/core/scm.c", "2.2")
{
  limit_leaves (0);
}
CASE (recvmsg, limit_leaves_two, "kernel net/core/scm.c", "2.2")
{
  limit_leaves (2);
}

/* The message is gone with those that were one too many.  */
CASE (recvmsg, limit_loses_the_rest, "kernel net/core/scm.c", "2.2")
{
  int fd[2], ends[2];
  struct rights got;
  struct parcel p;
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_DGRAM, fd);
  MUST (send_rights (fd[0], &ends[1], 1));
  int limit = next_fd ();
  close (ends[1]);
  MUST (dup2 (ends[0], ends[1]));
  limit_fds (limit);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_ERR (take (fd[1], &p, &got, sizeof got, MSG_DONTWAIT), EAGAIN);
  EXPECT (no_writer (ends[0]));
}
