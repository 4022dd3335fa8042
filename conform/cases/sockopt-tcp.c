/* sockopt-tcp.c - options of level IPPROTO_TCP: tcp(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Integers: read back as set, or refused if out of bounds.  */

static void
kept (int option, int value)
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_TCP, option, &value, sizeof value), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, option), value);
}

static void
refused (int option, int value)
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, option, &value, sizeof value),
              EINVAL);
}

#define KEPT(name, option, value, page, since)                                \
  CASE (setsockopt, name, page, since) { kept (option, value); }
#define BAD_VALUE(name, option, value, page, since)                           \
  CASE (setsockopt, name, page, since) { refused (option, value); }

KEPT (tcp_keepidle, TCP_KEEPIDLE, 33, "tcp(7)", "2.4")
KEPT (tcp_keepintvl, TCP_KEEPINTVL, 12, "tcp(7)", "2.4")
KEPT (tcp_keepcnt, TCP_KEEPCNT, 127, "tcp(7)", "2.4")
KEPT (tcp_syncnt, TCP_SYNCNT, 3, "tcp(7)", "2.4")
KEPT (tcp_user_timeout, TCP_USER_TIMEOUT, 30000, "tcp(7)", "2.6.37")
KEPT (tcp_linger2_negative, TCP_LINGER2, -1, "kernel net/ipv4/tcp.c", "2.4")
KEPT (tcp_cork, TCP_CORK, 1, "tcp(7)", "2.2")
KEPT (tcp_window_clamp, TCP_WINDOW_CLAMP, 65535, "tcp(7)", "2.4")
KEPT (tcp_notsent_lowat, TCP_NOTSENT_LOWAT, 4096, "kernel net/ipv4/tcp.c",
      "3.12")
BAD_VALUE (tcp_keepidle_zero, TCP_KEEPIDLE, 0, "kernel net/ipv4/tcp.c", "2.4")
BAD_VALUE (tcp_keepidle_32768, TCP_KEEPIDLE, 32768, "kernel net/ipv4/tcp.c",
           "2.4")
BAD_VALUE (tcp_keepcnt_128, TCP_KEEPCNT, 128, "kernel net/ipv4/tcp.c", "2.4")
BAD_VALUE (tcp_syncnt_zero, TCP_SYNCNT, 0, "kernel net/ipv4/tcp.c", "2.4")
BAD_VALUE (tcp_maxseg_small, TCP_MAXSEG, 7, "kernel net/ipv4/tcp.c", "2.2")
BAD_VALUE (tcp_maxseg_32768, TCP_MAXSEG, 32768, "kernel net/ipv4/tcp.c", "2.2")
BAD_VALUE (tcp_user_timeout_negative, TCP_USER_TIMEOUT, -1,
           "kernel net/ipv4/tcp.c", "3.1")
BAD_VALUE (tcp_inq_2, TCP_INQ, 2, "kernel net/ipv4/tcp.c", "4.18")

CASE (setsockopt, tcp_nodelay, "tcp(7)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, TCP_NODELAY), 0);
  EXPECT_RET (setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 4 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, TCP_NODELAY), 1);
}

CASE (setsockopt, tcp_quickack, "tcp(7)", "2.4.4")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_RET (setsockopt (fd[0], IPPROTO_TCP, TCP_QUICKACK, &(int){ 0 }, 4),
              0);
  EXPECT_EQ (int_option (fd[0], IPPROTO_TCP, TCP_QUICKACK), 0);
  EXPECT_RET (setsockopt (fd[0], IPPROTO_TCP, TCP_QUICKACK, &(int){ 1 }, 4),
              0);
  EXPECT_EQ (int_option (fd[0], IPPROTO_TCP, TCP_QUICKACK), 1);
}

/* Repairs are for those with rights over the network.  */
CASE (setsockopt, tcp_repair_of_user, "kernel net/ipv4/tcp.c", "3.5",
      NEEDS_USER)
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, TCP_REPAIR, &(int){ 1 }, 4), EPERM);
}

/* --- Options that a connection inherits from its listener.  */

CASE (accept, options_inherited, "kernel net/core/sock.c", "2.2",
      NEEDS_NOTHING, "accept(2) and socket(7) do not say which options are")
{
  struct sockaddr_in where;
  struct linger got, linger = { 1, 3 };
  socklen_t length = sizeof got;
  int listener = tcp_listener (&where);
  int client = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (listener, IPPROTO_TCP, TCP_NODELAY, 1);
  set_int_option (listener, IPPROTO_TCP, TCP_KEEPIDLE, 77);
  set_int_option (listener, SOL_SOCKET, SO_KEEPALIVE, 1);
  set_int_option (listener, IPPROTO_IP, IP_TTL, 99);
  MUST (setsockopt (listener, SOL_SOCKET, SO_LINGER, &linger, sizeof linger));
  MUST (connect (client, &where, sizeof where));
  int fd = accept (listener, 0, 0);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, TCP_NODELAY), 1);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, TCP_KEEPIDLE), 77);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_KEEPALIVE), 1);
  EXPECT_EQ (int_option (fd, IPPROTO_IP, IP_TTL), 99);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_LINGER, &got, &length), 0);
  EXPECT_EQ (got.l_onoff, 1);
  EXPECT_EQ (got.l_linger, 3);
}

/* No client is accepted before its data arrives.  */
CASE (accept, tcp_defer_accept, "tcp(7)", "2.6.32")
{
  struct sockaddr_in where;
  need_setting ("ipv4/tcp_syncookies", 0, 1);
  int listener = tcp_listener (&where);
  int client = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (listener, IPPROTO_TCP, TCP_DEFER_ACCEPT, 30);
  set_nonblock (listener);
  MUST (connect (client, &where, sizeof where));
  EXPECT_ERR (accept (listener, 0, 0), EAGAIN);
  MUST (send (client, "a", 1, 0));
  EXPECT_RET (poll (&(struct pollfd){ listener, POLLIN, 0 }, 1, 5000), 1);
  EXPECT_RANGE (accept (listener, 0, 0), 3, 1024);
}

/* Seconds become tries and seconds again: 1, 3, 7, 15.  */
CASE (setsockopt, tcp_defer_accept, "kernel net/ipv4/tcp.c", "2.6.32",
      NEEDS_NOTHING, "tcp(7) does not say that the time is rounded up")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, IPPROTO_TCP, TCP_DEFER_ACCEPT, &(int){ 5 }, 4),
              0);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, TCP_DEFER_ACCEPT), 7);
}

/* --- TCP_INFO: the part common to both sides.  */

/* Linux 2.6 had 104 bytes.  */
CASE (getsockopt, tcp_info, "tcp(7)", "2.6.0")
{
  int fd[2];
  unsigned char info[1024];
  socklen_t length = sizeof info;
  tcp_pair (fd);
  FILLED (info);
  EXPECT_RET (getsockopt (fd[0], IPPROTO_TCP, TCP_INFO, info, &length), 0);
  EXPECT_RANGE (length, 104, sizeof info - 1);
  EXPECT_EQ (info[offsetof (struct tcp_info, tcpi_state)], TCP_ESTABLISHED);
  EXPECT_UNTOUCHED (info + length, info + sizeof info);
}

CASE (getsockopt, tcp_info_short, "tcp(7)", "2.4")
{
  int fd[2];
  unsigned char info[64];
  socklen_t length = 9;
  tcp_pair (fd);
  FILLED (info);
  EXPECT_RET (getsockopt (fd[0], IPPROTO_TCP, TCP_INFO, info, &length), 0);
  EXPECT_EQ (length, 9);
  EXPECT_EQ (info[offsetof (struct tcp_info, tcpi_state)], TCP_ESTABLISHED);
  EXPECT_UNTOUCHED (info + 9, info + sizeof info);
}

CASE (getsockopt, tcp_info_states, "tcp(7)", "2.4")
{
  unsigned char state;
  socklen_t length = sizeof state;
  int fd = inet_bound (SOCK_STREAM, NULL);
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &state, &length), 0);
  EXPECT_EQ (state, TCP_CLOSE);
  MUST (listen (fd, 1));
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &state, &length), 0);
  EXPECT_EQ (state, TCP_LISTEN);
}

/* --- TCP_CONGESTION: a name of up to 16 bytes.  */

CASE (setsockopt, tcp_congestion_reno, "tcp(7)", "2.6.13")
{
  char name[32];
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  FILLED (name);
  EXPECT_RET (setsockopt (fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 4), 0);
  EXPECT_RET (getsockopt (fd, IPPROTO_TCP, TCP_CONGESTION, name, &length), 0);
  EXPECT_EQ (length, 16);
  EXPECT_BYTES (name, "reno", 5);
  EXPECT_UNTOUCHED (name + 16, name + sizeof name);
}

CASE (setsockopt, tcp_congestion_unknown, "kernel net/ipv4/tcp_cong.c",
      "2.6.13")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, TCP_CONGESTION, "nosuch", 6),
              ENOENT);
}

CASE (setsockopt, tcp_congestion_empty, "kernel net/ipv4/tcp.c", "2.6.13")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 0), EINVAL);
}

/* --- Others.  */

CASE (setsockopt, tcp_fastopen_connected, "kernel net/ipv4/tcp.c", "3.7")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (setsockopt (fd[0], IPPROTO_TCP, TCP_FASTOPEN, &(int){ 5 }, 4),
              EINVAL);
}

CASE (setsockopt, tcp_fastopen_listening, "tcp(7)", "3.7")
{
  need_backlog (5);
  int fd = tcp_listener (NULL);
  EXPECT_RET (setsockopt (fd, IPPROTO_TCP, TCP_FASTOPEN, &(int){ 5 }, 4), 0);
  EXPECT_EQ (int_option (fd, IPPROTO_TCP, TCP_FASTOPEN), 5);
}

/* The number of bytes left to read is returned with the data.  */
CASE (recvmsg, tcp_inq, "kernel net/ipv4/tcp.c", "4.18")
{
  int fd[2];
  char room[3];
  struct control r;
  struct iovec piece = { room, sizeof room };
  tcp_pair (fd);
  set_int_option (fd[1], IPPROTO_TCP, TCP_INQ, 1);
  MUST (send (fd[0], "abcdefghij", 10, 0));
  FILLED (r);
  struct msghdr message = { .msg_iov = &piece,
                            .msg_iovlen = 1,
                            .msg_control = r.room,
                            .msg_controllen = sizeof r.room };
  EXPECT_RET (recvmsg (fd[1], &message, 0), 3);
  r.message = message;
  const int *left = only_control (&r, IPPROTO_TCP, TCP_CM_INQ, sizeof *left);
  EXPECT_EQ (*left, 7);
}

/* --- Socket options that affect TCP.  */

/* The urgent byte stays where it was sent.  */
CASE (setsockopt, oobinline_urgent_byte, "tcp(7)", "2.2")
{
  int fd[2];
  char room[4];
  tcp_pair (fd);
  EXPECT_RET (setsockopt (fd[1], SOL_SOCKET, SO_OOBINLINE, &(int){ 1 }, 4), 0);
  MUST (send (fd[0], "abc", 3, MSG_OOB));
  EXPECT_RET (recv (fd[1], room, 2, MSG_WAITALL), 2);
  EXPECT_RET (recv (fd[1], room + 2, 2, 0), 1);
  EXPECT_BYTES (room, "abc", 3);
}

/* An address that an old connection still uses, without a listener.  */
CASE (setsockopt, reuseaddr_after_connection, "socket(7)", "2.2")
{
  struct sockaddr_in where = loopback (0);
  socklen_t length = sizeof where;
  int listener = new_socket (AF_INET, SOCK_STREAM);
  int client = new_socket (AF_INET, SOCK_STREAM);
  set_int_option (listener, SOL_SOCKET, SO_REUSEADDR, 1);
  MUST (bind (listener, &where, sizeof where));
  MUST (listen (listener, 1));
  MUST (getsockname (listener, &where, &length));
  MUST (connect (client, &where, sizeof where));
  MUST (accept (listener, 0, 0));
  close (listener);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRINUSE);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, 4), 0);
  EXPECT_RET (bind (fd, &where, sizeof where), 0);
}
