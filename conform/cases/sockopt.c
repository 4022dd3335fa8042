/* sockopt.c - arguments of setsockopt and getsockopt, right and wrong.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Lengths.  */

CASE (setsockopt, optlen_negative, "setsockopt(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, -1),
              EINVAL);
}

CASE (setsockopt, optlen_zero, "setsockopt(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, 0),
              EINVAL);
}

CASE (setsockopt, optlen_3, "setsockopt(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_BROADCAST, &(int){ 1 }, 3),
              EINVAL);
}

/* Bytes after the int are not read, and need not be mapped.  */
CASE (setsockopt, optlen_16, "kernel net/core/sock.c", "1.0", NEEDS_NOTHING,
      "setsockopt(2) does not say what a longer value does")
{
  int value[4] = { 1, -1, -1, -1 };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_BROADCAST, value, sizeof value),
              0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_BROADCAST), 1);
}

CASE (setsockopt, optlen_huge, "kernel net/core/sock.c", "1.0", NEEDS_NOTHING,
      "setsockopt(2) does not say what a longer value does")
{
  int *value = guarded (sizeof *value);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  *value = 1;
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_BROADCAST, value, INT32_MAX), 0);
}

CASE (setsockopt, tcp_optlen_3, "tcp(7)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, 3),
              EINVAL);
}

CASE (setsockopt, udp_optlen_3, "kernel net/ipv4/udp.c", "2.6.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_UDP, UDP_CORK, &(int){ 1 }, 3), EINVAL);
}

CASE (getsockopt, optlen_negative, "getsockopt(2)", "1.0")
{
  int value;
  socklen_t length = (socklen_t)-1;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, &value, &length), EINVAL);
  EXPECT_EQ (length, (socklen_t)-1);
}

CASE (getsockopt, tcp_optlen_negative, "kernel net/ipv4/tcp.c", "1.0")
{
  int value;
  socklen_t length = (socklen_t)-1;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET_FIXED (getsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &value, &length),
                    -EINVAL, 6, 9, 0);
}

CASE (getsockopt, ip_optlen_negative, "kernel net/ipv4/ip_sockglue.c", "1.0")
{
  int value;
  socklen_t length = (socklen_t)-1;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (getsockopt (fd, IPPROTO_IP, IP_TTL, &value, &length), EINVAL);
}

/* As much as fits, without an error.  */
CASE (getsockopt, optlen_2, "POSIX", "1.0")
{
  unsigned char value[4], want[2];
  int type = SOCK_DGRAM;
  socklen_t length = sizeof want;
  int fd = new_socket (AF_UNIX, type);
  FILLED (value);
  memcpy (want, &type, sizeof want);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_TYPE, value, &length), 0);
  EXPECT_EQ (length, sizeof want);
  EXPECT_BYTES (value, want, sizeof want);
  EXPECT_UNTOUCHED (value + sizeof want, value + sizeof value);
}

CASE (getsockopt, optlen_zero, "kernel net/core/sock.c", "1.0", NEEDS_NOTHING,
      "getsockopt(2) does not say what a length of 0 does")
{
  int value;
  socklen_t length = 0;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  FILLED (value);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_TYPE, &value, &length), 0);
  EXPECT_EQ (length, 0);
  EXPECT_UNTOUCHED (&value, &value + 1);
}

/* Nothing is written, so the pointer does not matter.  */
CASE (getsockopt, optlen_zero_optval_bad, "kernel net/core/sock.c", "1.0",
      NEEDS_NOTHING, "getsockopt(2) does not say what a length of 0 does")
{
  socklen_t length = 0;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_TYPE, BAD_POINTER, &length), 0);
}

CASE (getsockopt, optlen_16, "getsockopt(2)", "1.0")
{
  int value[4];
  socklen_t length = sizeof value;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  FILLED (value);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_TYPE, value, &length), 0);
  EXPECT_EQ (length, sizeof *value);
  EXPECT_EQ (value[0], SOCK_DGRAM);
  EXPECT_UNTOUCHED (value + 1, value + 4);
}

CASE (getsockopt, tcp_optlen_2, "POSIX", "1.0")
{
  unsigned char value[4];
  socklen_t length = 2;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  FILLED (value);
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_NODELAY, value, &length), 0);
  EXPECT_EQ (length, 2);
  EXPECT_UNTOUCHED (value + 2, value + 4);
}

/* A value that fits one byte is one byte, whatever the order of bytes.  */
CASE (getsockopt, ip_optlen_2, "kernel net/ipv4/ip_sockglue.c", "1.0",
      NEEDS_NOTHING,
      "POSIX: the value is cut to the buffer; options of ip(7) up to 255 "
      "become one byte")
{
  unsigned char value[4];
  socklen_t length = 2;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  FILLED (value);
  set_int_option (fd, IPPROTO_IP, IP_TTL, 77);
  EXPECT_RET (getsockopt (fd, IPPROTO_IP, IP_TTL, value, &length), 0);
  EXPECT_EQ (length, 1);
  EXPECT_EQ (value[0], 77);
  EXPECT_UNTOUCHED (value + 1, value + 4);
}

/* --- Pointers.  */

CASE (setsockopt, optval_bad, "setsockopt(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, BAD_POINTER, 4),
              EFAULT);
}

CASE (setsockopt, optval_null, "setsockopt(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, NULL_POINTER, 4),
              EFAULT);
}

CASE (setsockopt, optval_over_page_end, "setsockopt(2)", "1.0")
{
  char *value = guarded (3);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, IP_RECVTTL, value, 4), EFAULT);
}

/* The option is looked up after its value was read.  */
CASE (setsockopt, optval_bad_optname_unknown, "kernel net/core/sock.c", "1.0",
      NEEDS_NOTHING, "setsockopt(2) does not say which error comes first")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, 9999, BAD_POINTER, 4), EFAULT);
}

CASE (getsockopt, optlen_null, "getsockopt(2)", "1.0")
{
  int value;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, &value, NULL_POINTER),
              EFAULT);
}

CASE (getsockopt, optval_bad, "getsockopt(2)", "1.0")
{
  socklen_t length = sizeof (int);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, BAD_POINTER, &length),
              EFAULT);
}

CASE (getsockopt, optval_read_only, "getsockopt(2)", "1.0")
{
  socklen_t length = sizeof (int);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_TYPE, read_only (), &length),
              EFAULT);
}

/* Unused room need not be mapped.  */
CASE (getsockopt, optval_at_page_end, "kernel net/core/sock.c", "2.6.4")
{
  int *value = guarded (sizeof *value);
  socklen_t length = 64;
  int fd = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_TYPE, value, &length), 0);
  EXPECT_EQ (*value, SOCK_SEQPACKET);
}

CASE (getsockopt, optname_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int value;
  socklen_t length = sizeof value;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (getsockopt (DIRTY_HIGH (fd), DIRTY_HIGH (SOL_SOCKET),
                          DIRTY_HIGH (SO_TYPE), &value, &length),
              0);
  EXPECT_EQ (value, SOCK_DGRAM);
}

CASE (setsockopt, optlen_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (setsockopt (DIRTY_HIGH (fd), DIRTY_HIGH (SOL_SOCKET),
                          DIRTY_HIGH (SO_PASSCRED), &(int){ 1 },
                          DIRTY_HIGH (sizeof (int))),
              0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PASSCRED), 1);
}
