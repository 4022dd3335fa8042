/* fastopen.c - TCP Fast Open with a cookie, on a network of its own.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* linux/tcp.h: the peer took the data with the SYN.  */
#define TCPI_OPT_SYN_DATA 32

static int
options_of (int fd)
{
  struct tcp_info info;
  socklen_t length = sizeof info;
  MUST (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &info, &length));
  EXPECT_RANGE (length, 8, sizeof info);
  return info.tcpi_options & TCPI_OPT_SYN_DATA;
}

/* A listener with Fast Open, of which this network has a cookie.  */
static int
known_listener (struct sockaddr_in *where)
{
  set_own ("ipv4/tcp_fastopen", "3");
  int listener = tcp_listener (where);
  set_int_option (listener, IPPROTO_TCP, TCP_FASTOPEN, 5);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  MUST (sendto (fd, "a", 1, MSG_FASTOPEN, where, sizeof *where));
  MUST (accept (listener, 0, 0));
  EXPECT_EQ (options_of (fd), 0);
  set_nonblock (listener);
  return listener;
}

/* The first time the data wait for the handshake, then no more.  */
CASE (sendto, fastopen_with_a_cookie, "tcp(7)", "4.15", NEEDS_NET)
{
  char room[8];
  struct sockaddr_in where;
  int listener = known_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (sendto (fd, "abc", 3, MSG_FASTOPEN, &where, sizeof where), 3);
  wait_for (fd, POLLOUT);
  int peer = MUST (accept (listener, 0, 0));
  EXPECT_RET (recv (peer, room, sizeof room, MSG_DONTWAIT), 3);
  EXPECT_EQ (options_of (fd), TCPI_OPT_SYN_DATA);
}

/* connect sends nothing, and leaves that to the first send.  */
CASE (connect, fastopen, "kernel net/ipv4/tcp_fastopen.c", "4.15", NEEDS_NET,
      "tcp(7) does not have TCP_FASTOPEN_CONNECT")
{
  struct sockaddr_in where;
  int listener = known_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (fd, IPPROTO_TCP, TCP_FASTOPEN_CONNECT, 1);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_ERR (accept (listener, 0, 0), EAGAIN);
  set_nonblock (fd);
  EXPECT_ERR (connect (fd, &where, sizeof where), EISCONN);
  EXPECT_RET (send (fd, "abc", 3, 0), 3);
  wait_for (fd, POLLOUT);
  MUST (accept (listener, 0, 0));
  EXPECT_EQ (options_of (fd), TCPI_OPT_SYN_DATA);
}

CASE (setsockopt, tcp_fastopen_connect, "kernel net/ipv4/tcp.c", "4.15",
      NEEDS_NET)
{
  int fd[2];
  set_own ("ipv4/tcp_fastopen", "1");
  tcp_pair (fd);
  EXPECT_ERR (
      setsockopt (fd[0], IPPROTO_TCP, TCP_FASTOPEN_CONNECT, &(int){ 1 }, 4),
      EINVAL);
  int other = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (
      setsockopt (other, IPPROTO_TCP, TCP_FASTOPEN_CONNECT, &(int){ 2 }, 4),
      EINVAL);
  set_own ("ipv4/tcp_fastopen", "0");
  EXPECT_ERR (
      setsockopt (other, IPPROTO_TCP, TCP_FASTOPEN_CONNECT, &(int){ 1 }, 4),
      EOPNOTSUPP);
}

/* Switched off, the flag is refused.  */
CASE (sendto, fastopen_switched_off, "kernel net/ipv4/tcp.c", "4.15",
      NEEDS_NET, "send(2) does not have EOPNOTSUPP for MSG_FASTOPEN")
{
  struct sockaddr_in where;
  set_own ("ipv4/tcp_fastopen", "0");
  tcp_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (sendto (fd, "a", 1, MSG_FASTOPEN, &where, sizeof where),
              EOPNOTSUPP);
}

/* A key has 16 bytes.  */
CASE (setsockopt, tcp_fastopen_key, "kernel net/ipv4/tcp.c", "4.15", NEEDS_NET)
{
  char key[16], got[16];
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  FILLED (key);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, TCP_FASTOPEN_KEY, key, 15), EINVAL);
  EXPECT_RET (setsockopt (fd, IPPROTO_TCP, TCP_FASTOPEN_KEY, key, 16), 0);
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_FASTOPEN_KEY, got, &length), 0);
  EXPECT_EQ (length, 16);
  EXPECT_BYTES (got, key, 16);
}
