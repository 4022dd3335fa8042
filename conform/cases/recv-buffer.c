/* recv-buffer.c - cases of recv: buffers, lengths, words.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* An int is in the low half of its word.  */
CASE (recv, words_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (recv (DIRTY_HIGH (fd[0]), room, 3, DIRTY_HIGH (MSG_DONTWAIT)),
              EAGAIN);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (DIRTY_HIGH (fd[0]), room, 3, DIRTY_HIGH (0)), 3);
}

/* --- Only the filled part of the buffer must be mapped.  */

/* Three bytes from fd[1], received where no fourth could be.  */
static void
tail_unmapped (int fd[2])
{
  char *short_of = guarded (3);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], short_of, 64, 0), 3);
  EXPECT_BYTES (short_of, "abc", 3);
}

CASE (recv, tail_unmapped_unix_dgram, "kernel net/core/datagram.c", "1.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  tail_unmapped (fd);
}

CASE (recv, tail_unmapped_unix_stream, "kernel net/unix/af_unix.c", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  tail_unmapped (fd);
}

CASE (recv, tail_unmapped_udp, "kernel net/core/datagram.c", "1.0")
{
  int fd[2];
  udp_pair (fd);
  tail_unmapped (fd);
}

CASE (recv, tail_unmapped_tcp, "kernel net/ipv4/tcp.c", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  tail_unmapped (fd);
}

CASE (recv, buffer_at_page_end, "recv(2)", "1.0")
{
  char *exact = guarded (3);
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abcdef", 6, 0));
  EXPECT_RET (recv (fd[0], exact, 3, 0), 3);
  EXPECT_BYTES (exact, "abc", 3);
}

/* --- No buffer.  */

/* It is not touched before there is something to put into it.  */
CASE (recv, buffer_bad_and_nothing_there, "kernel net/socket.c", "2.2",
      NEEDS_NOTHING, "recv(2) does not say which error comes first")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (recv (fd[0], BAD_POINTER, 3, MSG_DONTWAIT), EAGAIN);
}

/* A stream preserves data that could not be stored, a datagram is lost.  */
CASE (recv, buffer_bad_unix_stream, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], BAD_POINTER, 3, 0), EFAULT);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

CASE (recv, buffer_bad_tcp, "recv(2)", "2.2")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  EXPECT_ERR (recv (fd[0], BAD_POINTER, 3, 0), EFAULT);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

CASE (recv, buffer_bad_unix_dgram, "kernel net/unix/af_unix.c", "2.6.12",
      NEEDS_NOTHING, "recv(2) does not say that the datagram is lost")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], BAD_POINTER, 3, 0), EFAULT);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, buffer_bad_udp, "kernel net/ipv4/udp.c", "2.6.12", NEEDS_NOTHING,
      "recv(2) does not say that the datagram is lost")
{
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  EXPECT_ERR (recv (fd[0], BAD_POINTER, 3, 0), EFAULT);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

CASE (recv, buffer_null, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], NULL_POINTER, 3, 0), EFAULT);
}

CASE (recv, buffer_read_only, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], read_only (), 3, 0), EFAULT);
}

/* Not the two bytes that would fit.  */
CASE (recv, buffer_over_page_end, "kernel net/unix/af_unix.c", "3.19")
{
  char *two = guarded (2);
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_ERR (recv (fd[0], two, 3, 0), EFAULT);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
  EXPECT_BYTES (room, "abc", 3);
}

/* An address outside user space: checked before waiting.  */
CASE (recv, buffer_of_the_kernel, "kernel net/socket.c", "4.0",
      NEEDS_WIDE + NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (recv (fd[0], (void *)conform_word (-8192), 3, MSG_DONTWAIT),
              ADDRESSES_CHECKED ? EFAULT : EAGAIN);
}

/* --- Lengths.  */

/* It is a size_t, reduced to the range of an int.  */
CASE (recv, length_all_ones, "kernel lib/iov_iter.c", "4.0", NEEDS_WIDE)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, -1, 0), 3);
}

CASE (recv, length_4_gib, "kernel lib/iov_iter.c", "4.0", NEEDS_WIDE)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, (size_t)0x100000000ULL, 0), 3);
}

/* More than any buffer of the kernel holds at once.  */
CASE (recv, length_64_kib_datagram, "recv(2)", "2.6.12")
{
  char *sent = guarded (60000), *got = guarded (60000);
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  for (int i = 0; i < 60000; i++)
    sent[i] = (char)(i * 7 + i / 256);
  MUST (send (fd[1], sent, 60000, 0));
  EXPECT_RET (recv (fd[0], got, 60000, 0), 60000);
  EXPECT_BYTES (got, sent, 60000);
}
