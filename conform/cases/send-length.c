/* send-length.c - cases of send: lengths and buffers.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define UDP_MOST 65507  /* 65535 less the headers of IP and UDP.  */
#define UDP6_MOST 65527 /* The header of IPv6 does not count.  */

/* --- No bytes.  */

CASE (send, len_zero_stream, "POSIX", "1.0")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send (fd[0], "a", 0, 0), 0);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (send, len_zero_tcp, "POSIX", "1.0")
{
  int fd[2];
  char byte;
  tcp_pair (fd);
  EXPECT_RET (send (fd[0], "a", 0, 0), 0);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (send, len_zero_unix_datagram, "unix(7)", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (send (fd[0], "a", 0, 0), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

CASE (send, len_zero_seqpacket, "kernel net/unix/af_unix.c", "2.6.4")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_RET (send (fd[0], "a", 0, 0), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

CASE (send, len_zero_udp, "udp(7)", "2.2")
{
  int fd[2];
  char byte;
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "a", 0, 0), 0);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

CASE (send, len_zero_buffer_bad, "kernel net/socket.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (send (fd[0], NULL_POINTER, 0, 0), 0);
  EXPECT_RET (send (fd[0], BAD_POINTER, 0, 0), 0);
}

CASE (send, len_zero_after_shutdown, "POSIX", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_ERR (send (fd[0], "a", 0, MSG_NOSIGNAL), EPIPE);
}

/* --- Too many.  */

CASE (send, udp_longest, "udp(7)", "2.2")
{
  int fd[2];
  char byte;
  udp_pair (fd);
  EXPECT_RET (send (fd[0], guarded (UDP_MOST), UDP_MOST, 0), UDP_MOST);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_TRUNC | MSG_DONTWAIT), UDP_MOST);
}

CASE (send, udp_too_long, "send(2)", "2.2")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], guarded (UDP_MOST + 1), UDP_MOST + 1, 0), EMSGSIZE);
}

CASE (send, udp_longest_ipv6, "kernel net/ipv6/ip6_output.c", "2.6.12",
      NEEDS_IPV6)
{
  struct sockaddr_in6 where;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  MUST (connect (fd, &where, sizeof where));
  char *data = guarded (UDP6_MOST + 1);
  EXPECT_RET (send (fd, data, UDP6_MOST, 0), UDP6_MOST);
  EXPECT_ERR (send (fd, data, UDP6_MOST + 1, 0), EMSGSIZE);
}

/* Before a byte is read.  */
CASE (send, udp_length_1_gib, "kernel net/ipv4/udp.c", "2.2")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], "a", 1 << 30, 0), EMSGSIZE);
}

/* 32 bytes of the buffer are kept.  */
CASE (send, unix_datagram_longest, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  int most = int_option (fd[0], SOL_SOCKET, SO_SNDBUF) - 32;
  char *data = guarded (most + 1);
  EXPECT_ERR (send (fd[0], data, most + 1, MSG_DONTWAIT), EMSGSIZE);
  EXPECT_RET (send (fd[0], data, most, MSG_DONTWAIT), most);
}

CASE (send, unix_seqpacket_too_long, "send(2)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  int most = int_option (fd[0], SOL_SOCKET, SO_SNDBUF);
  EXPECT_ERR (send (fd[0], guarded (most), most, MSG_DONTWAIT), EMSGSIZE);
}

/* --- Buffers.  */

CASE (send, buffer_bad_stream, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send (fd[0], BAD_POINTER, 1, 0), EFAULT);
}

CASE (send, buffer_bad_tcp, "send(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (send (fd[0], BAD_POINTER, 1, 0), EFAULT);
}

CASE (send, buffer_null_udp, "send(2)", "1.0")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], NULL_POINTER, 1, 0), EFAULT);
}

CASE (send, buffer_at_page_end, "send(2)", "1.0")
{
  int fd[2];
  char got[16], *data = guarded (5);
  unix_pair (SOCK_STREAM, fd);
  memcpy (data, "abcde", 5);
  EXPECT_RET (send (fd[0], data, 5, 0), 5);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 5);
  EXPECT_BYTES (got, "abcde", 5);
}

/* A datagram is sent whole or not at all.  */
CASE (send, buffer_over_page_end, "send(2)", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (send (fd[0], guarded (5), 6, 0), EFAULT);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (send, buffer_over_page_end_udp, "send(2)", "2.2")
{
  int fd[2];
  char got[4];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], guarded (5), 6, 0), EFAULT);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 3);
}

CASE (send, buffer_read_only, "send(2)", "1.0")
{
  int fd[2];
  char got = 1;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send (fd[0], read_only (), 1, 0), 1);
  EXPECT_RET (recv (fd[1], &got, 1, MSG_DONTWAIT), 1);
  EXPECT_EQ (got, 0);
}

CASE (send, ints_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send (DIRTY_HIGH (fd[0]), "abc", 3, DIRTY_HIGH (MSG_NOSIGNAL)),
              3);
}

CASE (send, length_all_ones_udp, "kernel net/ipv4/udp.c", "4.0",
      NEEDS_WIDE + NEEDS_LAYOUT)
{
  int fd[2];
  udp_pair (fd);
  long got = send (fd[0], "a", -1, 0);
  EXPECT (got == -EMSGSIZE || got == -EFAULT);
}
