/* recvmsg-iov.c - cases of recvmsg: the pieces.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* The result of recvmsg for COUNT pieces at IOV; its flags in *FLAGS.  */
static long
receive (int fd, void *iov, size_t count, int *flags)
{
  struct msghdr message;
  FILLED (message);
  message.msg_name = NULL;
  message.msg_namelen = 0;
  message.msg_iov = iov;
  message.msg_iovlen = count;
  message.msg_control = NULL;
  message.msg_controllen = 0;
  long got = recvmsg (fd, &message, MSG_DONTWAIT);
  *flags = message.msg_flags;
  return got;
}

/* Two datagram sockets of AF_UNIX, with 10 bytes waiting for the first.  */
static void
sent_pair (int fd[2])
{
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "0123456789", 10, 0));
}

/* --- Counts.  */

CASE (recvmsg, pieces, "readv(2)", "1.3.16")
{
  char last[8];
  struct iovec iov[] = {
    { room, 1 }, { room + 8, 4 }, { room + 16, 0 }, { last, sizeof last }
  };
  int fd[2], flags;
  FILLED (room);
  FILLED (last);
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], iov, 4, &flags), 10);
  EXPECT_EQ (flags, 0);
  EXPECT_EQ (room[0], '0');
  EXPECT_BYTES (room + 8, "1234", 4);
  EXPECT_BYTES (last, "56789", 5);
  EXPECT_UNTOUCHED (room + 1, room + 8);
  EXPECT_UNTOUCHED (room + 12, room + sizeof room);
  EXPECT_UNTOUCHED (last + 5, last + sizeof last);
}

CASE (recvmsg, pieces_tcp, "readv(2)", "1.3.16")
{
  struct iovec iov[] = { { room, 2 }, { room + 8, 1 }, { room + 16, 8 } };
  int fd[2], flags;
  FILLED (room);
  tcp_pair (fd);
  MUST (send (fd[1], "abcde", 5, 0));
  wait_for (fd[0], POLLIN);
  EXPECT_RET (receive (fd[0], iov, 3, &flags), 5);
  EXPECT_BYTES (room, "ab", 2);
  EXPECT_EQ (room[8], 'c');
  EXPECT_BYTES (room + 16, "de", 2);
  EXPECT_UNTOUCHED (room + 18, room + sizeof room);
}

CASE (recvmsg, pieces_too_short, "recvmsg(2)", "2.2")
{
  struct iovec iov[] = { { room, 2 }, { room + 8, 3 } };
  int fd[2], flags;
  FILLED (room);
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], iov, 2, &flags), 5);
  EXPECT_EQ (flags, MSG_TRUNC);
  EXPECT_BYTES (room + 8, "234", 3);
  EXPECT_UNTOUCHED (room + 11, room + sizeof room);
}

/* Without any piece the datagram is consumed as well, and the pointer is
   not used.  */
CASE (recvmsg, iovlen_zero, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], BAD_POINTER, 0, &flags), 0);
  EXPECT_EQ (flags, MSG_TRUNC);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recvmsg, iovlen_1024, "kernel lib/iov_iter.c", "2.2")
{
  static struct iovec iov[1024];
  int fd[2], flags;
  sent_pair (fd);
  for (int i = 0; i < 1024; i++)
    iov[i] = (struct iovec){ room + i % 64, i >= 1014 };
  EXPECT_RET (receive (fd[0], iov, 1024, &flags), 10);
  EXPECT_EQ (room[1023 % 64], '9');
}

CASE (recvmsg, iovlen_1025, "kernel net/socket.c", "1.3.16", NEEDS_NOTHING,
      "recvmsg(2) does not have EMSGSIZE")
{
  static struct iovec iov[1025];
  int fd[2], flags;
  sent_pair (fd);
  iov[0] = (struct iovec){ room, sizeof room };
  EXPECT_ERR (receive (fd[0], iov, 1025, &flags), EMSGSIZE);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 10);
}

CASE (recvmsg, iovlen_all_ones, "kernel net/socket.c", "2.6.12", NEEDS_NOTHING,
      "recvmsg(2) does not have EMSGSIZE")
{
  struct iovec iov = { room, sizeof room };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], &iov, (size_t)-1, &flags), EMSGSIZE);
}

/* A size_t, of which the upper half counts as well.  */
CASE (recvmsg, iovlen_high_half, "kernel net/socket.c", "2.6.12", NEEDS_WIDE,
      "recvmsg(2) does not have EMSGSIZE")
{
  struct iovec iov = { room, sizeof room };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], &iov, (size_t)0x100000001ULL, &flags), EMSGSIZE);
}

/* --- The vector.  */

CASE (recvmsg, iov_null, "recvmsg(2)", "1.3.16")
{
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], NULL_POINTER, 1, &flags), EFAULT);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 10);
}

CASE (recvmsg, iov_bad_and_nothing_there, "kernel net/socket.c", "2.2",
      NEEDS_NOTHING, "recvmsg(2) does not say which error comes first")
{
  int fd[2], flags;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (receive (fd[0], BAD_POINTER, 1, &flags), EFAULT);
}

CASE (recvmsg, iov_at_page_end, "recvmsg(2)", "1.3.16")
{
  struct iovec *iov = guarded (2 * sizeof *iov);
  int fd[2], flags;
  iov[0] = iov[1] = (struct iovec){ room, 5 };
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], iov, 3, &flags), EFAULT);
  EXPECT_RET (receive (fd[0], iov, 2, &flags), 10);
  EXPECT_BYTES (room, "56789", 5);
}

/* --- Lengths.  */

/* Before 3.19 the kernel reduces the length.  */
CASE (recvmsg, iov_len_all_ones, "readv(2)", "3.19")
{
  struct iovec iov = { room, (size_t)-1 };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], &iov, 1, &flags), EINVAL);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 10);
}

/* Whichever piece it is in.  */
CASE (recvmsg, iov_len_negative_behind, "readv(2)", "3.19")
{
  struct iovec iov[] = { { room, 64 }, { room, ~((size_t)-1 >> 1) } };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], iov, 2, &flags), EINVAL);
}

/* Reduced to the range of an int.  */
CASE (recvmsg, iov_len_4_gib, "kernel lib/iov_iter.c", "2.6.37", NEEDS_WIDE)
{
  struct iovec iov = { room, (size_t)0x100000000ULL };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], &iov, 1, &flags), 10);
}

CASE (recvmsg, iov_len_sum_beyond_int, "kernel lib/iov_iter.c", "2.6.37",
      NEEDS_WIDE)
{
  struct iovec iov[] = { { room, 0x7fffffff }, { room, 0x7fffffff } };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], iov, 2, &flags), 10);
}

/* --- Buffers.  */

CASE (recvmsg, base_null_length_zero, "kernel lib/iov_iter.c", "1.3.16")
{
  struct iovec iov[] = { { NULL, 0 }, { room, sizeof room } };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], iov, 2, &flags), 10);
  EXPECT_BYTES (room, "0123456789", 10);
}

CASE (recvmsg, base_null_alone, "kernel lib/iov_iter.c", "2.2")
{
  struct iovec iov = { NULL, 0 };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], &iov, 1, &flags), 0);
  EXPECT_EQ (flags, MSG_TRUNC);
}

CASE (recvmsg, base_bad, "recvmsg(2)", "1.3.16")
{
  struct iovec iov = { BAD_POINTER, 64 };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], &iov, 1, &flags), EFAULT);
  EXPECT_UNTOUCHED (&flags, &flags + 1);
}

CASE (recvmsg, base_bad_where_needed, "recvmsg(2)", "1.3.16")
{
  struct iovec iov[] = { { room, 5 }, { BAD_POINTER, 64 } };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_ERR (receive (fd[0], iov, 2, &flags), EFAULT);
}

/* Nothing is left for the second piece.  */
CASE (recvmsg, base_bad_and_not_needed, "kernel lib/iov_iter.c", "1.3.16")
{
  struct iovec iov[] = { { room, 10 }, { BAD_POINTER, 64 } };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], iov, 2, &flags), 10);
  EXPECT_EQ (flags, 0);
}

CASE (recvmsg, tail_unmapped, "kernel lib/iov_iter.c", "1.3.16")
{
  struct iovec iov[] = { { room, 4 }, { guarded (6), 64 } };
  int fd[2], flags;
  sent_pair (fd);
  EXPECT_RET (receive (fd[0], iov, 2, &flags), 10);
  EXPECT_BYTES (iov[1].iov_base, "456789", 6);
}

CASE (recvmsg, tail_unmapped_udp, "kernel lib/iov_iter.c", "1.3.16")
{
  struct iovec iov = { guarded (3), 64 };
  int fd[2], flags;
  udp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  EXPECT_RET (receive (fd[0], &iov, 1, &flags), 3);
  EXPECT_EQ (flags, 0);
}
