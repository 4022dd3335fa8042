/* tcp-accepted.c - options that a connection has from its listener.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define TCP_SAVED_SYN 28

static int
connection_of (int listener, const struct sockaddr_in *where)
{
  int client = new_socket (AF_INET, SOCK_STREAM);
  MUST (connect (client, where, sizeof *where));
  return (int)MUST (accept (listener, 0, 0));
}

/* Each as it was set on the listener, and not as of a new socket.  */
CASE (accept, options_of_each_level, "kernel net/core/sock.c", "2.6.37",
      NEEDS_NOTHING, "accept(2) does not list the options that are inherited")
{
  static const struct
  {
    unsigned short level;
    short option;
    int value;
  } options[] = { { SOL_SOCKET, SO_OOBINLINE, 1 },
                  { SOL_SOCKET, SO_RCVLOWAT, 7 },
                  { SOL_SOCKET, SO_REUSEADDR, 1 },
                  { IPPROTO_IP, IP_TOS, 0x10 },
                  { IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_PROBE },
                  { IPPROTO_TCP, TCP_KEEPCNT, 3 },
                  { IPPROTO_TCP, TCP_USER_TIMEOUT, 5000 } };
  struct sockaddr_in where;
  need_setting ("ipv4/tcp_reflect_tos", 0, 0);
  int fd = tcp_listener (&where);
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    set_int_option (fd, options[i].level, options[i].option, options[i].value);
  int got = connection_of (fd, &where);
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    EXPECT_EQ (int_option (got, options[i].level, options[i].option),
               options[i].value);
}

/* The headers of the first segment, once.  */
CASE (getsockopt, tcp_saved_syn, "kernel net/ipv4/tcp.c", "4.3", NEEDS_NOTHING,
      "tcp(7) does not have TCP_SAVED_SYN")
{
  enum
  {
    IP_HLEN = 20,
    FLAGS = IP_HLEN + 13,
    SYN = 2,
    ACK = 0x10
  };
  unsigned char headers[128];
  struct sockaddr_in where;
  socklen_t length = sizeof headers;
  need_setting ("ipv4/tcp_syncookies", 0, 1);
  int fd = tcp_listener (&where);
  set_int_option (fd, IPPROTO_TCP, TCP_SAVE_SYN, 1);
  int got = connection_of (fd, &where);
  EXPECT_RET (getsockopt (got, IPPROTO_TCP, TCP_SAVED_SYN, headers, &length),
              0);
  EXPECT_RANGE (length, IP_HLEN + 20, 120);
  EXPECT_EQ (headers[0], 0x45);
  EXPECT_EQ (headers[9], IPPROTO_TCP);
  EXPECT_BYTES (headers + IP_HLEN + 2, &where.sin_port, 2);
  EXPECT_FLAGS (headers[FLAGS], SYN, ACK);
  EXPECT_RET (getsockopt (got, IPPROTO_TCP, TCP_SAVED_SYN, headers, &length),
              0);
  EXPECT_EQ (length, 0);
}

/* Protocols above TCP, of which there is none by this name.  */
CASE (setsockopt, tcp_ulp_unknown, "kernel net/ipv4/tcp_ulp.c", "4.13",
      NEEDS_NOTHING, "tcp(7) does not have TCP_ULP")
{
  char name[16];
  socklen_t length = sizeof name;
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (setsockopt (fd[0], IPPROTO_TCP, TCP_ULP, "none", 4), ENOENT);
  EXPECT_RET (getsockopt (fd[0], IPPROTO_TCP, TCP_ULP, name, &length), 0);
  EXPECT_EQ (length, 0);
}
