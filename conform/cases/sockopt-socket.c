/* sockopt-socket.c - integer options of level SOL_SOCKET.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Defaults of a new socket.  */

static void
first_value (int fd, int option, int value)
{
  int got;
  socklen_t length = sizeof got;
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, option, &got, &length), 0);
  EXPECT_EQ (got, value);
  EXPECT_EQ (length, sizeof got);
}

#define FIRST_VALUE(name, family, type, protocol, option, value, page, since) \
  CASE (getsockopt, name, page, since)                                        \
  {                                                                           \
    first_value (MUST (socket (family, type, protocol)), option, value);      \
  }

FIRST_VALUE (type_stream, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, SO_TYPE,
             SOCK_STREAM, "socket(7)", "2.6.27")
FIRST_VALUE (type_seqpacket, AF_UNIX, SOCK_SEQPACKET, 0, SO_TYPE,
             SOCK_SEQPACKET, "socket(7)", "2.6.4")
FIRST_VALUE (domain_inet, AF_INET, SOCK_DGRAM, 0, SO_DOMAIN, AF_INET,
             "socket(7)", "2.6.32")
FIRST_VALUE (domain_unix, AF_UNIX, SOCK_DGRAM, 0, SO_DOMAIN, AF_UNIX,
             "socket(7)", "2.6.32")
FIRST_VALUE (domain_netlink, AF_NETLINK, SOCK_RAW, NETLINK_ROUTE, SO_DOMAIN,
             AF_NETLINK, "socket(7)", "2.6.32")
FIRST_VALUE (protocol_tcp, AF_INET, SOCK_STREAM, 0, SO_PROTOCOL, IPPROTO_TCP,
             "socket(7)", "2.6.32")
FIRST_VALUE (protocol_udp, AF_INET, SOCK_DGRAM, 0, SO_PROTOCOL, IPPROTO_UDP,
             "socket(7)", "2.6.32")
FIRST_VALUE (protocol_unix, AF_UNIX, SOCK_STREAM, 0, SO_PROTOCOL, 0,
             "socket(7)", "2.6.32")
FIRST_VALUE (error_none, AF_INET, SOCK_STREAM, 0, SO_ERROR, 0, "socket(7)",
             "1.0")
FIRST_VALUE (acceptconn_udp, AF_INET, SOCK_DGRAM, 0, SO_ACCEPTCONN, 0,
             "socket(7)", "2.3.99")
FIRST_VALUE (rcvlowat, AF_INET, SOCK_STREAM, 0, SO_RCVLOWAT, 1, "socket(7)",
             "2.2")
FIRST_VALUE (sndlowat, AF_INET, SOCK_STREAM, 0, SO_SNDLOWAT, 1, "socket(7)",
             "2.2")
FIRST_VALUE (priority, AF_INET, SOCK_DGRAM, 0, SO_PRIORITY, 0, "socket(7)",
             "2.2")
FIRST_VALUE (mark, AF_INET, SOCK_DGRAM, 0, SO_MARK, 0, "socket(7)", "2.6.25")
FIRST_VALUE (peek_off, AF_UNIX, SOCK_DGRAM, 0, SO_PEEK_OFF, -1, "socket(7)",
             "3.4")
FIRST_VALUE (max_pacing_rate, AF_INET, SOCK_STREAM, 0, SO_MAX_PACING_RATE, -1,
             "kernel net/core/sock.c", "3.13")
FIRST_VALUE (bindtoifindex, AF_INET, SOCK_DGRAM, 0, SO_BINDTOIFINDEX, 0,
             "kernel net/core/sock.c", "5.1")

/* --- On and off: 0 at first, 1 whatever was set but 0, and 0 again.  */

static int
value_on (int fd, int option)
{
  EXPECT_EQ (int_option (fd, SOL_SOCKET, option), 0);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, option, &(int){ 7 }, 4), 0);
  int value = int_option (fd, SOL_SOCKET, option);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, option, &(int){ 0 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, option), 0);
  return value;
}

#define SWITCH(name, family, type, option, page, since)                       \
  CASE (setsockopt, name, page, since)                                        \
  {                                                                           \
    EXPECT_EQ (value_on (new_socket (family, type), option), 1);              \
  }

/* Before 3.5 the value is that of an instruction that tests a bit: -1.  */
#define BIT_SWITCH(name, option, page, since)                                 \
  CASE (setsockopt, name, page, since)                                        \
  {                                                                           \
    EXPECT_EQ_FIXED (value_on (new_socket (AF_INET, SOCK_DGRAM), option), 1,  \
                     3, 5, -1);                                               \
  }

SWITCH (reuseaddr, AF_INET, SOCK_STREAM, SO_REUSEADDR, "socket(7)", "1.0")
SWITCH (reuseport, AF_INET, SOCK_DGRAM, SO_REUSEPORT, "socket(7)", "3.9")
BIT_SWITCH (dontroute, SO_DONTROUTE, "socket(7)", "1.0")
SWITCH (broadcast, AF_INET, SOCK_DGRAM, SO_BROADCAST, "socket(7)", "1.0")
SWITCH (keepalive, AF_INET, SOCK_STREAM, SO_KEEPALIVE, "socket(7)", "1.0")
SWITCH (keepalive_unix, AF_UNIX, SOCK_STREAM, SO_KEEPALIVE, "socket(7)", "2.2")
SWITCH (oobinline, AF_INET, SOCK_STREAM, SO_OOBINLINE, "socket(7)", "1.0")
SWITCH (no_check, AF_INET, SOCK_DGRAM, SO_NO_CHECK, "kernel net/core/sock.c",
        "1.0")
SWITCH (passcred, AF_UNIX, SOCK_STREAM, SO_PASSCRED, "unix(7)", "2.2")
SWITCH (timestamp, AF_INET, SOCK_DGRAM, SO_TIMESTAMP_OLD, "socket(7)", "2.2")
BIT_SWITCH (timestampns, SO_TIMESTAMPNS_OLD, "kernel net/core/sock.c",
            "2.6.22")
SWITCH (timestamp_new, AF_INET, SOCK_DGRAM, SO_TIMESTAMP_NEW,
        "kernel net/core/sock.c", "5.1")
SWITCH (timestampns_new, AF_INET, SOCK_DGRAM, SO_TIMESTAMPNS_NEW,
        "kernel net/core/sock.c", "5.1")
SWITCH (rxq_ovfl, AF_INET, SOCK_DGRAM, SO_RXQ_OVFL, "socket(7)", "2.6.33")

/* --- Effects.  */

/* Fifty megabytes are more than is allowed.  */
CASE (setsockopt, rcvbuf_doubled, "socket(7)", "2.2")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  int want = set_buffer (fd, SO_RCVBUF, 10000);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_RCVBUF), want);
}

CASE (setsockopt, sndbuf_doubled, "socket(7)", "2.2")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  int want = set_buffer (fd, SO_SNDBUF, 10000);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_SNDBUF), want);
}

/* 2048 bytes and the overhead of the kernel for them.  */
CASE (setsockopt, sndbuf_least, "kernel include/net/sock.h", "3.13",
      NEEDS_NOTHING,
      "socket(7): the least doubled value is 2048; it is about "
      "4600, but was 2048 in Linux 3.10")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_SNDBUF, &(int){ 0 }, 4), 0);
  EXPECT_RANGE (int_option (fd, SOL_SOCKET, SO_SNDBUF), 4096, 8192);
}

CASE (setsockopt, rcvbuf_least, "kernel include/net/sock.h", "3.10",
      NEEDS_NOTHING,
      "socket(7): the least doubled value is 256; it is about "
      "2300 since Linux 3.10")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVBUF, &(int){ 0 }, 4), 0);
  EXPECT_RANGE (int_option (fd, SOL_SOCKET, SO_RCVBUF), 2048, 4608);
}

/* A negative size counts as a large one, reduced to the maximum.  */
CASE (setsockopt, rcvbuf_negative, "kernel net/core/sock.c", "3.10",
      NEEDS_NOTHING, "socket(7) does not say what a negative size does")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_RCVBUF, INT32_MAX / 2);
  int most = int_option (fd, SOL_SOCKET, SO_RCVBUF);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVBUF, &(int){ 4096 }, 4), 0);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVBUF, &(int){ -1 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_RCVBUF), most);
}

CASE (setsockopt, sndbufforce_of_user, "socket(7)", "2.6.14", NEEDS_USER)
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_SNDBUFFORCE, &(int){ 9 }, 4),
              EPERM);
}

CASE (setsockopt, buf_lock, "kernel net/core/sock.c", "5.14")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_BUF_LOCK), 0);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVBUF, &(int){ 9000 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_BUF_LOCK), SOCK_RCVBUF_LOCK);
}

CASE (setsockopt, priority_6, "socket(7)", "2.2", NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_PRIORITY, &(int){ 6 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PRIORITY), 6);
}

CASE (setsockopt, priority_7_of_user, "socket(7)", "2.2", NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_PRIORITY, &(int){ 7 }, 4), EPERM);
}

CASE (setsockopt, mark_of_user, "socket(7)", "2.6.25", NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_MARK, &(int){ 7 }, 4), EPERM);
}

CASE (setsockopt, mark, "socket(7)", "2.6.25", NEEDS_NET)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_MARK, &(int){ -2 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_MARK), -2);
}

CASE (setsockopt, debug_of_user, "socket(7)", "2.2", NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_DEBUG, &(int){ 1 }, 4), EACCES);
}

CASE (setsockopt, rcvlowat_zero, "kernel net/core/sock.c", "2.2",
      NEEDS_NOTHING, "socket(7) does not say that 0 is 1")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVLOWAT, &(int){ 0 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_RCVLOWAT), 1);
}

CASE (setsockopt, rcvlowat_negative, "kernel net/core/sock.c", "2.2",
      NEEDS_NOTHING, "socket(7) does not say what a negative value does")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVLOWAT, &(int){ -1 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_RCVLOWAT), INT32_MAX);
}

/* Three bytes do not wake a receiver that needs four.  */
CASE (setsockopt, rcvlowat_tcp_poll, "socket(7)", "2.6.28")
{
  int fd[2];
  tcp_pair (fd);
  struct pollfd want = { fd[1], POLLIN, 0 };
  EXPECT_RET (setsockopt (fd[1], SOL_SOCKET, SO_RCVLOWAT, &(int){ 4 }, 4), 0);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RET (poll (&want, 1, 60), 0);
  EXPECT_RET (send (fd[0], "d", 1, 0), 1);
  EXPECT_RET (poll (&want, 1, 5000), 1);
}

/* Two may be bound to one address, if both set the option.  */
CASE (setsockopt, reuseport_two, "socket(7)", "3.9")
{
  struct sockaddr_in where = loopback (0);
  socklen_t length = sizeof where;
  int first = new_socket (AF_INET, SOCK_DGRAM);
  int second = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (first, SOL_SOCKET, SO_REUSEPORT, 1);
  MUST (bind (first, &where, sizeof where));
  MUST (getsockname (first, &where, &length));
  EXPECT_ERR (bind (second, &where, sizeof where), EADDRINUSE);
  EXPECT_RET (setsockopt (second, SOL_SOCKET, SO_REUSEPORT, &(int){ 1 }, 4),
              0);
  EXPECT_RET (bind (second, &where, sizeof where), 0);
}

CASE (setsockopt, broadcast_needed, "ip(7)", "1.0")
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = inet_bound (SOCK_DGRAM, NULL);
  where.sin_addr.s_addr = htonl (0x7fffffff);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &where, sizeof where), EACCES);
}

/* --- Errors kept for later.  */

CASE (getsockopt, error_refused_twice, "socket(7)", "2.6.27")
{
  int error;
  socklen_t length = sizeof error;
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  int fd = MUST (socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_RET (poll (&(struct pollfd){ fd, POLLOUT, 0 }, 1, 5000), 1);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_ERROR, &error, &length), 0);
  EXPECT_EQ (error, ECONNREFUSED);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
}

CASE (getsockopt, error_udp_refused, "udp(7)", "2.2")
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_RET (send (fd, "a", 1, 0), 1);
  EXPECT_RET (poll (&(struct pollfd){ fd, POLLIN, 0 }, 1, 5000), 1);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
}

/* The peer left without reading.  */
CASE (getsockopt, error_unix_reset, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  close (fd[1]);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), ECONNRESET);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), 0);
}
