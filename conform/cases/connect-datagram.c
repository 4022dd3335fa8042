/* connect-datagram.c - cases of connect: datagrams, and no peer any more.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static const struct sockaddr nobody = { .sa_family = AF_UNSPEC };

/* --- Received senders.  */

/* Datagrams from others than the peer are dropped.  */
CASE (connect, udp_hears_the_peer_alone, "connect(2)", "2.2")
{
  char byte = 0;
  struct sockaddr_in mine, peer;
  int fd = inet_bound (SOCK_DGRAM, &mine);
  int other = inet_bound (SOCK_DGRAM, NULL);
  int friend = inet_bound (SOCK_DGRAM, &peer);
  MUST (connect (fd, &peer, sizeof peer));
  MUST (sendto (other, "x", 1, 0, &mine, sizeof mine));
  MUST (sendto (friend, "y", 1, 0, &mine, sizeof mine));
  EXPECT_RET (recv (fd, &byte, 1, 0), 1);
  EXPECT_EQ (byte, 'y');
  EXPECT_ERR (recv (fd, &byte, 1, MSG_DONTWAIT), EAGAIN);
}

/* Datagrams received before connect are kept.  */
CASE (connect, udp_keeps_what_came, "kernel net/ipv4/udp.c", "2.2",
      NEEDS_NOTHING,
      "connect(2) has datagrams of the peer alone; what came before stays")
{
  char byte = 0;
  struct sockaddr_in mine, peer;
  int fd = inet_bound (SOCK_DGRAM, &mine);
  int other = inet_bound (SOCK_DGRAM, NULL);
  struct pollfd ready = { .fd = fd, .events = POLLIN };
  EXPECT (inet_bound (SOCK_DGRAM, &peer) >= 0);
  MUST (sendto (other, "x", 1, 0, &mine, sizeof mine));
  EXPECT_RET (poll (&ready, 1, 5000), 1);
  EXPECT_RET (connect (fd, &peer, sizeof peer), 0);
  EXPECT_RET (recv (fd, &byte, 1, MSG_DONTWAIT), 1);
  EXPECT_EQ (byte, 'x');
}

CASE (connect, udp_another_peer, "connect(2)", "2.2")
{
  struct sockaddr_in one, two, got;
  socklen_t length = sizeof got;
  EXPECT (inet_bound (SOCK_DGRAM, &one) >= 0);
  EXPECT (inet_bound (SOCK_DGRAM, &two) >= 0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (connect (fd, &one, sizeof one), 0);
  EXPECT_RET (connect (fd, &two, sizeof two), 0);
  EXPECT_RET (getpeername (fd, &got, &length), 0);
  EXPECT_EQ (got.sin_port, two.sin_port);
}

/* A connected socket refuses other senders.  */
CASE (connect, unix_datagram_to_one_with_a_peer, "kernel net/unix/af_unix.c",
      "2.2", NEEDS_NOTHING,
      "connect(2) has EPERM for broadcasts and firewalls alone")
{
  struct sockaddr_un mine, peer;
  socklen_t length = abstract_name (&mine, 'a');
  abstract_name (&peer, 'b');
  int taken = unix_bound (SOCK_DGRAM, &mine, length);
  EXPECT (unix_bound (SOCK_DGRAM, &peer, length) >= 0);
  MUST (connect (taken, &peer, length));
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (connect (fd, &mine, length), EPERM);
}

CASE (connect, unix_datagram_to_itself, "kernel net/unix/af_unix.c", "2.2")
{
  char byte = 0;
  struct sockaddr_un mine;
  socklen_t length = abstract_name (&mine, 'a');
  int fd = unix_bound (SOCK_DGRAM, &mine, length);
  EXPECT_RET (connect (fd, &mine, length), 0);
  EXPECT_RET (send (fd, "x", 1, 0), 1);
  EXPECT_RET (recv (fd, &byte, 1, MSG_DONTWAIT), 1);
}

CASE (connect, unix_datagram_another_peer, "connect(2)", "2.2")
{
  struct sockaddr_un one, two, got;
  socklen_t length = abstract_name (&one, 'a'), size = sizeof got;
  abstract_name (&two, 'b');
  EXPECT (unix_bound (SOCK_DGRAM, &one, length) >= 0);
  EXPECT (unix_bound (SOCK_DGRAM, &two, length) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (connect (fd, &one, length), 0);
  EXPECT_RET (connect (fd, &two, length), 0);
  EXPECT_RET (getpeername (fd, &got, &size), 0);
  EXPECT_BYTES (&got, &two, length);
}

/* --- AF_UNSPEC: no peer any more.  */

CASE (connect, udp_unspec, "connect(2)", "2.2")
{
  int fd[2];
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  udp_pair (fd);
  EXPECT_RET (connect (fd[0], &nobody, sizeof nobody), 0);
  EXPECT_ERR (getpeername (fd[0], &got, &length), ENOTCONN);
}

/* Only the family is read.  */
CASE (connect, udp_unspec_of_two_bytes, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "connect(2) does not say how long it is")
{
  int fd[2];
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  char *room = guarded (sizeof nobody.sa_family);
  memcpy (room, &nobody.sa_family, sizeof nobody.sa_family);
  udp_pair (fd);
  EXPECT_RET (connect (fd[0], room, sizeof nobody.sa_family), 0);
  EXPECT_ERR (getpeername (fd[0], &got, &length), ENOTCONN);
}

CASE (connect, udp_unspec_unconnected, "kernel net/ipv4/af_inet.c", "2.2")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (connect (fd, &nobody, sizeof nobody), 0);
}

/* A requested port stays; one that the kernel chose is released, even after
   bind.  */
CASE (connect, udp_unspec_keeps_bound_port, "kernel net/ipv4/udp.c", "2.6.24",
      NEEDS_NET, "connect(2) does not say what becomes of the port")
{
  struct sockaddr_in mine = loopback (htons (40000)), peer, got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (bind (fd, &mine, sizeof mine));
  EXPECT (inet_bound (SOCK_DGRAM, &peer) >= 0);
  MUST (connect (fd, &peer, sizeof peer));
  EXPECT_RET (connect (fd, &nobody, sizeof nobody), 0);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_BYTES (&got, &mine, sizeof mine);
}

CASE (connect, udp_unspec_gives_up_chosen_port, "kernel net/ipv4/udp.c", "2.4",
      NEEDS_NOTHING, "connect(2) does not say what becomes of the port")
{
  struct sockaddr_in mine, peer, got;
  socklen_t length = sizeof got;
  int fd = inet_bound (SOCK_DGRAM, &mine);
  EXPECT (inet_bound (SOCK_DGRAM, &peer) >= 0);
  MUST (connect (fd, &peer, sizeof peer));
  EXPECT_RET (connect (fd, &nobody, sizeof nobody), 0);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (got.sin_addr.s_addr, mine.sin_addr.s_addr);
  EXPECT_EQ (got.sin_port, 0);
}

CASE (connect, udp_unspec_gives_up_own_port, "kernel net/ipv4/udp.c", "2.4",
      NEEDS_NOTHING, "connect(2) does not say what becomes of the port")
{
  struct sockaddr_in peer, got;
  socklen_t length = sizeof got;
  EXPECT (inet_bound (SOCK_DGRAM, &peer) >= 0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &peer, sizeof peer));
  EXPECT_RET (connect (fd, &nobody, sizeof nobody), 0);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (got.sin_port, 0);
  EXPECT_EQ (got.sin_addr.s_addr, 0);
}

CASE (connect, udp_unspec_hears_all, "connect(2)", "2.6.24", NEEDS_NET)
{
  char byte = 0;
  struct sockaddr_in mine = loopback (htons (40000)), peer;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (bind (fd, &mine, sizeof mine));
  int other = inet_bound (SOCK_DGRAM, NULL);
  EXPECT (inet_bound (SOCK_DGRAM, &peer) >= 0);
  MUST (connect (fd, &peer, sizeof peer));
  MUST (connect (fd, &nobody, sizeof nobody));
  MUST (sendto (other, "x", 1, 0, &mine, sizeof mine));
  EXPECT_RET (recv (fd, &byte, 1, 0), 1);
  EXPECT_EQ (byte, 'x');
}

CASE (connect, tcp_unspec, "connect(2)", "2.2")
{
  int fd[2];
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  tcp_pair (fd);
  EXPECT_RET (connect (fd[0], &nobody, sizeof nobody), 0);
  EXPECT_ERR (getpeername (fd[0], &got, &length), ENOTCONN);
}

/* The other end is reset, and the socket can be connected again.  */
CASE (connect, tcp_unspec_and_again, "connect(2)", "2.2")
{
  int fd[2];
  char byte;
  struct sockaddr_in where;
  EXPECT (tcp_listener (&where) >= 0);
  tcp_pair (fd);
  EXPECT_RET (connect (fd[0], &nobody, sizeof nobody), 0);
  EXPECT_ERR (recv (fd[1], &byte, 1, 0), ECONNRESET);
  EXPECT_RET (connect (fd[0], &where, sizeof where), 0);
}

/* It no longer listens, but keeps its port.  */
CASE (connect, tcp_unspec_of_a_listener, "kernel net/ipv4/tcp.c", "2.2",
      NEEDS_NOTHING,
      "connect(2) does not say what AF_UNSPEC does to a listener")
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  EXPECT_RET (connect (fd, &nobody, sizeof nobody), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ACCEPTCONN), 0);
  EXPECT_RET (listen (fd, 1), 0);
}

CASE (connect, unix_datagram_unspec, "connect(2)", "2.2")
{
  int fd[2];
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (connect (fd[0], &nobody, sizeof nobody), 0);
  EXPECT_ERR (getpeername (fd[0], &got, &length), ENOTCONN);
}

CASE (connect, unix_stream_unspec, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "connect(2) does not say which protocols cannot")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (connect (fd[0], &nobody, sizeof nobody), EINVAL);
}
