/* bind-reuse.c - cases of bind: addresses in use.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A socket of TYPE, with OPTION of SOL_SOCKET set, unless that is 0.  */
static int
with (int type, int option)
{
  int fd = new_socket (AF_INET, type);
  if (option)
    set_int_option (fd, SOL_SOCKET, option, 1);
  return fd;
}

/* The first of two at one address; both OPTION.  */
static int
first_with (int type, int option, struct sockaddr_in *where)
{
  socklen_t length = sizeof *where;
  int fd = with (type, option);
  *where = loopback (0);
  MUST (bind (fd, where, sizeof *where));
  MUST (getsockname (fd, where, &length));
  return fd;
}

CASE (bind, tcp_in_use, "bind(2)", "1.0")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, 0, &where) >= 0);
  EXPECT_ERR (bind (with (SOCK_STREAM, 0), &where, sizeof where), EADDRINUSE);
}

CASE (bind, tcp_in_use_as_any, "ip(7)", "2.2")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, 0, &where) >= 0);
  where.sin_addr.s_addr = htonl (INADDR_ANY);
  EXPECT_ERR (bind (with (SOCK_STREAM, 0), &where, sizeof where), EADDRINUSE);
}

CASE (bind, tcp_reuseaddr_both, "socket(7)", "2.2")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, SO_REUSEADDR, &where) >= 0);
  EXPECT_RET (bind (with (SOCK_STREAM, SO_REUSEADDR), &where, sizeof where),
              0);
}

CASE (bind, tcp_reuseaddr_of_the_second, "kernel net/ipv4/tcp_ipv4.c", "2.2")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, 0, &where) >= 0);
  EXPECT_ERR (bind (with (SOCK_STREAM, SO_REUSEADDR), &where, sizeof where),
              EADDRINUSE);
}

CASE (bind, tcp_reuseaddr_and_a_listener, "socket(7)", "2.2")
{
  struct sockaddr_in where;
  int fd = first_with (SOCK_STREAM, SO_REUSEADDR, &where);
  MUST (listen (fd, 1));
  EXPECT_ERR (bind (with (SOCK_STREAM, SO_REUSEADDR), &where, sizeof where),
              EADDRINUSE);
}

/* The remains of a connection block a socket without SO_REUSEADDR.  */
CASE (bind, tcp_connection_left, "socket(7)", "2.2")
{
  char byte;
  struct sockaddr_in where;
  int listener = first_with (SOCK_STREAM, SO_REUSEADDR, &where);
  MUST (listen (listener, 1));
  int client = with (SOCK_STREAM, 0);
  MUST (connect (client, &where, sizeof where));
  int server = MUST (accept (listener, 0, 0));
  close (server);
  MUST (recv (client, &byte, 1, 0));
  close (listener);
  EXPECT_ERR (bind (with (SOCK_STREAM, 0), &where, sizeof where), EADDRINUSE);
  EXPECT_RET (bind (with (SOCK_STREAM, SO_REUSEADDR), &where, sizeof where),
              0);
}

CASE (bind, udp_reuseaddr_both, "socket(7)", "2.2")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_DGRAM, SO_REUSEADDR, &where) >= 0);
  EXPECT_RET (bind (with (SOCK_DGRAM, SO_REUSEADDR), &where, sizeof where), 0);
}

CASE (bind, udp_reuseaddr_of_the_second, "kernel net/ipv4/udp.c", "2.2")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_DGRAM, 0, &where) >= 0);
  EXPECT_ERR (bind (with (SOCK_DGRAM, SO_REUSEADDR), &where, sizeof where),
              EADDRINUSE);
}

/* Two may listen then.  */
CASE (bind, tcp_reuseport_both, "socket(7)", "3.9")
{
  struct sockaddr_in where;
  int fd = first_with (SOCK_STREAM, SO_REUSEPORT, &where);
  int second = with (SOCK_STREAM, SO_REUSEPORT);
  MUST (listen (fd, 1));
  EXPECT_RET (bind (second, &where, sizeof where), 0);
  EXPECT_RET (listen (second, 1), 0);
}

CASE (bind, tcp_reuseport_of_the_second, "socket(7)", "3.9")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, 0, &where) >= 0);
  EXPECT_ERR (bind (with (SOCK_STREAM, SO_REUSEPORT), &where, sizeof where),
              EADDRINUSE);
}

CASE (bind, udp_reuseport_both, "socket(7)", "3.9")
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_DGRAM, SO_REUSEPORT, &where) >= 0);
  EXPECT_RET (bind (with (SOCK_DGRAM, SO_REUSEPORT), &where, sizeof where), 0);
}

/* Ports are per address and protocol.  */
CASE (bind, port_of_another_address, "ip(7)", "2.6.24", NEEDS_NET)
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, 0, &where) >= 0);
  where.sin_addr.s_addr = htonl (INADDR_LOOPBACK + 1);
  EXPECT_RET (bind (with (SOCK_STREAM, 0), &where, sizeof where), 0);
}

CASE (bind, port_of_another_protocol, "ip(7)", "2.6.24", NEEDS_NET)
{
  struct sockaddr_in where;
  EXPECT (first_with (SOCK_STREAM, 0, &where) >= 0);
  EXPECT_RET (bind (with (SOCK_DGRAM, 0), &where, sizeof where), 0);
}

/* The socket is gone, its port free at once.  */
CASE (bind, udp_closed, "bind(2)", "2.6.24", NEEDS_NET)
{
  struct sockaddr_in where;
  close (inet_bound (SOCK_DGRAM, &where));
  EXPECT_RET (bind (with (SOCK_DGRAM, 0), &where, sizeof where), 0);
}

/* 203.0.113.0/24 is reserved for documentation.  */
CASE (bind, inet_foreign_address_freebind, "ip(7)", "2.4")
{
  struct sockaddr_in where = loopback (0);
  int fd = with (SOCK_STREAM, 0);
  set_int_option (fd, IPPROTO_IP, IP_FREEBIND, 1);
  where.sin_addr.s_addr = htonl (0xCB007101);
  EXPECT_RET (bind (fd, &where, sizeof where), 0);
}

CASE (bind, inet_without_privileged_port, "ip(7)", "2.6.24",
      NEEDS_NET + NEEDS_USER)
{
  struct sockaddr_in where = loopback (htons (1024));
  EXPECT_RET (bind (with (SOCK_STREAM, 0), &where, sizeof where), 0);
}
