/* recvmsg-rights-data.c - SCM_RIGHTS and the data that it comes with.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Datagrams and records.  */

/* No piece at all, and yet it is a datagram.  */
static void
pass_with_nothing (int type, size_t pieces)
{
  int fd[2], sent = pipe_fd ();
  struct rights went, got;
  struct parcel p;
  unix_pair (type, fd);
  parcel (&p, 0, &went, rights_of (&went, &sent, 1));
  p.message.msg_iovlen = pieces;
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 0);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, MSG_DONTWAIT), 0);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof sent));
  EXPECT (same_file (got.fd[0], sent));
}

CASE (recvmsg, rights_iovlen_zero_dgram, "unix(7)", "2.2")
{
  pass_with_nothing (SOCK_DGRAM, 0);
}

CASE (recvmsg, rights_length_zero_dgram, "unix(7)", "2.2")
{
  pass_with_nothing (SOCK_DGRAM, 1);
}

CASE (recvmsg, rights_iovlen_zero_seqpacket, "unix(7)", "2.6.4")
{
  pass_with_nothing (SOCK_SEQPACKET, 0);
}

/* Two pieces and a descriptor over a pair of TYPE.  */
static void
two_pieces (int type)
{
  int fd[2], sent = pipe_fd ();
  char first[2], second[8];
  struct iovec out[2] = { { "abc", 3 }, { "de", 2 } };
  struct iovec in[2] = { { first, 2 }, { second, 8 } };
  struct rights went, got;
  struct parcel p;
  unix_pair (type, fd);
  parcel (&p, 0, &went, rights_of (&went, &sent, 1));
  p.message.msg_iov = out;
  p.message.msg_iovlen = 2;
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 5);
  p.message.msg_iov = in;
  p.message.msg_control = &got;
  p.message.msg_controllen = sizeof got;
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 5);
  EXPECT_BYTES (first, "ab", 2);
  EXPECT_BYTES (second, "cde", 3);
  EXPECT (same_file (got.fd[0], sent));
}

CASE (recvmsg, rights_two_pieces_stream, "unix(7)", "2.2")
{
  two_pieces (SOCK_STREAM);
}

CASE (recvmsg, rights_two_pieces_dgram, "unix(7)", "2.2")
{
  two_pieces (SOCK_DGRAM);
}

CASE (recvmsg, rights_two_pieces_seqpacket, "unix(7)", "2.6.4")
{
  two_pieces (SOCK_SEQPACKET);
}

/* The data are cut, the descriptors are not.  */
CASE (recvmsg, rights_data_truncated, "recv(2)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights went, got;
  struct parcel p;
  unix_pair (SOCK_DGRAM, fd);
  parcel (&p, 20, &went, rights_of (&went, &sent, 1));
  MUST (sendmsg (fd[0], &p.message, 0));
  parcel (&p, 5, &got, sizeof got);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 5);
  EXPECT_FLAGS (p.message.msg_flags, MSG_TRUNC, MSG_CTRUNC);
  EXPECT (same_file (got.fd[0], sent));
}

/* --- Streams.  */

/* Without a byte nothing is sent, and there is no error.  */
CASE (recvmsg, rights_length_zero_stream, "unix(7)", "2.2")
{
  int fd[2], ends[2];
  struct rights went, got;
  struct parcel p;
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 0, &went, rights_of (&went, &ends[1], 1));
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 0);
  close (ends[1]);
  EXPECT (no_writer (ends[0]));
  EXPECT_ERR (take (fd[1], &p, &got, sizeof got, MSG_DONTWAIT), EAGAIN);
}

/* The page's own example: four bytes, one with a descriptor, four bytes.  */
CASE (recvmsg, rights_are_a_barrier, "unix(7)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "abcd", 4, 0));
  MUST (send_rights (fd[0], &sent, 1));
  MUST (send (fd[0], "efgh", 4, 0));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 5);
  EXPECT (same_file (got.fd[0], sent));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 4);
  EXPECT_EQ (p.message.msg_controllen, 0);
  EXPECT_BYTES (p.data, "efgh", 4);
}

/* Not even MSG_WAITALL joins data with descriptors and later data.  */
CASE (recvmsg, rights_of_two_messages, "unix(7)", "2.2")
{
  int fd[2], sent[3];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 1));
  MUST (send_rights (fd[0], sent + 1, 2));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, MSG_WAITALL), 1);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (sizeof (int)));
  EXPECT (same_file (got.fd[0], sent[0]));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (2 * sizeof (int)));
  EXPECT (same_file (got.fd[1], sent[2]));
}

/* They come with the first byte of their message.  */
CASE (recvmsg, rights_with_the_first_byte, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING,
      "unix(7) does not say which bytes of a message the "
      "descriptors come with")
{
  int fd[2], sent = pipe_fd ();
  struct rights went, got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 20, &went, rights_of (&went, &sent, 1));
  MUST (sendmsg (fd[0], &p.message, 0));
  parcel (&p, 1, &got, sizeof got);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT (same_file (got.fd[0], sent));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 19);
  EXPECT_EQ (p.message.msg_controllen, 0);
}

/* --- Never received: they are closed.  */

static void
nobody_takes (int type)
{
  int fd[2], ends[2];
  char byte;
  MUST (pipe2 (ends, 0));
  unix_pair (type, fd);
  MUST (send_rights (fd[0], &ends[1], 1));
  close (ends[1]);
  int before = open_fds ();
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 1);
  EXPECT_EQ (open_fds (), before);
  EXPECT (no_writer (ends[0]));
}

CASE (recv, rights_dropped_stream, "unix(7)", "2.2")
{
  nobody_takes (SOCK_STREAM);
}

CASE (recv, rights_dropped_dgram, "unix(7)", "2.2")
{
  nobody_takes (SOCK_DGRAM);
}

CASE (sendmsg, rights_receiver_closes, "unix(7)", "2.2")
{
  int fd[2], ends[2];
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send_rights (fd[0], &ends[1], 1), 1);
  close (ends[1]);
  struct pollfd end = { ends[0], POLLIN, 0 };
  EXPECT_RET (poll (&end, 1, 0), 0);
  close (fd[1]);
  EXPECT (no_writer (ends[0]));
}

/* --- Bad memory and the descriptors.  */

/* Unused parts of the buffer may be unmapped.  */
CASE (recvmsg, rights_tail_unmapped, "kernel net/core/datagram.c", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights went, got;
  struct parcel p;
  char *room = guarded (64);
  unix_pair (SOCK_DGRAM, fd);
  parcel (&p, 3, &went, rights_of (&went, &sent, 1));
  MUST (sendmsg (fd[0], &p.message, 0));
  parcel (&p, 64, &got, sizeof got);
  p.piece.iov_base = room + 61;
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 3);
  EXPECT (same_file (got.fd[0], sent));
}

/* EFAULT for the data: no descriptor comes, and a datagram is gone, its
   descriptors with it.  */
CASE (recvmsg, rights_data_bad, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "recv(2) does not say that EFAULT loses the datagram")
{
  int fd[2], ends[2];
  struct rights got;
  struct parcel p;
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_DGRAM, fd);
  MUST (send_rights (fd[0], &ends[1], 1));
  close (ends[1]);
  int before = open_fds ();
  parcel (&p, 8, &got, sizeof got);
  p.piece.iov_base = BAD_POINTER;
  EXPECT_ERR (recvmsg (fd[1], &p.message, 0), EFAULT);
  EXPECT_EQ (open_fds (), before);
  EXPECT (no_writer (ends[0]));
  EXPECT_ERR (take (fd[1], &p, &got, sizeof got, MSG_DONTWAIT), EAGAIN);
}

/* A stream keeps both.  */
CASE (recvmsg, rights_data_bad_stream, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  int before = open_fds ();
  parcel (&p, 8, &got, sizeof got);
  p.piece.iov_base = BAD_POINTER;
  EXPECT_ERR (recvmsg (fd[1], &p.message, 0), EFAULT);
  EXPECT_EQ (open_fds (), before);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT (same_file (got.fd[0], sent));
}
