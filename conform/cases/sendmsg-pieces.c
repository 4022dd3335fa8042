/* sendmsg-pieces.c - cases of sendmsg: gathered pieces.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define PIECES 1024 /* UIO_MAXIOV.  */

/* Send COUNT pieces, and no more than that in the message.  */
static long
send_pieces (int fd, struct iovec *piece, unsigned long count)
{
  struct msghdr message;
  message_of (&message, piece, count);
  return sendmsg (fd, &message, MSG_DONTWAIT);
}

CASE (sendmsg, iov_null, "send(2)", "1.3.16")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], NULL_POINTER, 1), EFAULT);
}

CASE (sendmsg, iov_bad, "send(2)", "1.3.16")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], BAD_POINTER, 2), EFAULT);
}

CASE (sendmsg, iov_at_page_end, "send(2)", "1.3.16")
{
  int fd[2];
  struct iovec *piece = guarded (2 * sizeof *piece);
  piece[0] = (struct iovec){ "ab", 2 };
  piece[1] = (struct iovec){ "c", 1 };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], piece, 3), EFAULT);
  EXPECT_RET (send_pieces (fd[0], piece, 2), 3);
}

CASE (sendmsg, base_null_len_zero, "kernel lib/iov_iter.c", "2.2")
{
  int fd[2];
  char got[4];
  struct iovec piece[3] = { { 0, 0 }, { "a", 1 }, { BAD_POINTER, 0 } };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send_pieces (fd[0], piece, 1), 0);
  EXPECT_RET (send_pieces (fd[0], piece, 3), 1);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 1);
}

/* --- No pieces.  */

CASE (sendmsg, iovlen_zero_unix_datagram, "unix(7)", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (send_pieces (fd[0], BAD_POINTER, 0), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

CASE (sendmsg, iovlen_zero_udp, "udp(7)", "2.2")
{
  int fd[2];
  char byte;
  udp_pair (fd);
  EXPECT_RET (send_pieces (fd[0], NULL_POINTER, 0), 0);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

CASE (sendmsg, iovlen_zero_stream, "POSIX", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send_pieces (fd[0], NULL_POINTER, 0), 0);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

/* --- Many pieces.  */

CASE (sendmsg, iovlen_1024, "kernel lib/iov_iter.c", "2.6.4")
{
  static struct iovec piece[PIECES];
  static char data[PIECES], got[PIECES + 1];
  int fd[2];
  for (int i = 0; i < PIECES; i++)
    {
      data[i] = (char)(i * 7);
      piece[i] = (struct iovec){ data + i, 1 };
    }
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_RET (send_pieces (fd[0], piece, PIECES), PIECES);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), PIECES);
  EXPECT_BYTES (got, data, PIECES);
}

CASE (sendmsg, iovlen_1025, "POSIX", "2.6.0", NEEDS_NOTHING,
      "send(2) does not have EMSGSIZE for that")
{
  static struct iovec piece[PIECES + 1];
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], piece, PIECES + 1), EMSGSIZE);
}

CASE (sendmsg, iovlen_all_ones, "POSIX", "2.6.0", NEEDS_NOTHING,
      "send(2) does not have EMSGSIZE for that")
{
  int fd[2];
  struct iovec piece = { "a", 1 };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], &piece, -1UL), EMSGSIZE);
}

CASE (sendmsg, pieces_of_all_lengths, "send(2)", "1.3.16")
{
  int fd[2];
  char got[16];
  struct iovec piece[5]
      = { { "ab", 2 }, { "", 0 }, { "c", 1 }, { "defg", 4 }, { "hij", 3 } };
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (send_pieces (fd[0], piece, 5), 10);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 10);
  EXPECT_BYTES (got, "abcdefghij", 10);
}

CASE (sendmsg, pieces_tcp, "send(2)", "1.3.16")
{
  int fd[2];
  char got[16];
  struct iovec piece[3] = { { "ab", 2 }, { "cde", 3 }, { "f", 1 } };
  tcp_pair (fd);
  EXPECT_RET (send_pieces (fd[0], piece, 3), 6);
  EXPECT_RET (recv (fd[1], got, 6, MSG_WAITALL), 6);
  EXPECT_BYTES (got, "abcdef", 6);
}

/* --- Lengths.  */

CASE (sendmsg, iov_len_negative, "POSIX", "4.0")
{
  int fd[2];
  struct iovec piece = { "a", -1UL };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], &piece, 1), EINVAL);
}

CASE (sendmsg, iov_len_least, "POSIX", "4.0")
{
  int fd[2];
  struct iovec piece = { "a", 1UL << (8 * sizeof (long) - 1) };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], &piece, 1), EINVAL);
}

/* All of them are checked before one is sent.  */
CASE (sendmsg, iov_len_negative_later, "POSIX", "4.0")
{
  int fd[2];
  char byte;
  struct iovec piece[3] = { { "a", 1 }, { "b", 1 }, { "c", -1UL } };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], piece, 3), EINVAL);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (sendmsg, base_bad, "send(2)", "1.3.16")
{
  int fd[2];
  struct iovec piece = { BAD_POINTER, 1 };
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_pieces (fd[0], &piece, 1), EFAULT);
}

CASE (sendmsg, base_bad_later, "send(2)", "2.2")
{
  int fd[2];
  char byte;
  struct iovec piece[2] = { { "a", 1 }, { BAD_POINTER, 1 } };
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (send_pieces (fd[0], piece, 2), EFAULT);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

/* Each ends at an inaccessible page.  */
CASE (sendmsg, base_at_page_end, "send(2)", "1.3.16")
{
  int fd[2];
  char got[8];
  struct iovec piece[2] = { { guarded (3), 3 }, { guarded (2), 2 } };
  memcpy (piece[0].iov_base, "abc", 3);
  memcpy (piece[1].iov_base, "de", 2);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send_pieces (fd[0], piece, 2), 5);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 5);
  EXPECT_BYTES (got, "abcde", 5);
}

CASE (sendmsg, udp_sum_too_long, "send(2)", "2.2")
{
  int fd[2];
  char *data = guarded (32768);
  struct iovec piece[2] = { { data, 32768 }, { data, 32768 } };
  udp_pair (fd);
  EXPECT_ERR (send_pieces (fd[0], piece, 2), EMSGSIZE);
}

CASE (sendmsg, signal_while_waiting, "send(2)", "1.3.16")
{
  struct iovec piece = { "a", 1 };
  struct msghdr message;
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  fill_up (fd[0]);
  message_of (&message, &piece, 1);
  signal_in (60, 0);
  EXPECT_ERR (sendmsg (fd[0], &message, 0), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}
