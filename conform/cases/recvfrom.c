/* recvfrom.c - cases of recvfrom: the sender's address.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* As sent_by_udp, by AF_UNIX, the sender's address being FROM of LENGTH.  */
static int
sent_by_unix (const struct sockaddr_un *from, socklen_t length)
{
  struct sockaddr_un name;
  socklen_t name_length = abstract_name (&name, 'r');
  int fd = unix_bound (SOCK_DGRAM, &name, name_length);
  int sender = unix_bound (SOCK_DGRAM, from, length);
  MUST (sendto (sender, "abc", 3, 0, &name, name_length));
  return fd;
}

/* --- The address is the sender's, and whole.  */

CASE (recvfrom, address_udp, "recvfrom(2)", "1.0")
{
  struct sockaddr_in from, got;
  socklen_t length = sizeof got;
  int fd = sent_by_udp (&from);
  FILLED (got);
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof got);
}

CASE (recvfrom, address_udp6, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 from, where, got;
  socklen_t length = sizeof got;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  int sender = inet6_bound (SOCK_DGRAM, &from);
  MUST (sendto (sender, "abc", 3, 0, &where, sizeof where));
  FILLED (got);
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof got);
}

CASE (recvfrom, address_path, "unix(7)", "2.2")
{
  struct sockaddr_un from, got;
  socklen_t length = sizeof got, true_length = path_name (&from, "s");
  int fd = sent_by_unix (&from, true_length);
  FILLED (got);
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, true_length);
  EXPECT_BYTES (&got, &from, true_length);
  EXPECT_UNTOUCHED ((char *)&got + length, &got + 1);
}

CASE (recvfrom, address_abstract, "unix(7)", "2.2")
{
  struct sockaddr_un from, got;
  socklen_t length = sizeof got, true_length = abstract_name (&from, 's');
  int fd = sent_by_unix (&from, true_length);
  FILLED (got);
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, true_length);
  EXPECT_BYTES (&got, &from, true_length);
  EXPECT_UNTOUCHED ((char *)&got + length, &got + 1);
}

CASE (recvfrom, address_of_stream, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "recvfrom(2) does not say that AF_UNIX streams have it")
{
  struct sockaddr_un name, got;
  socklen_t length = abstract_name (&name, 'a'), got_length = sizeof got;
  int listener = unix_listener (SOCK_STREAM, &name, length, 1);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (fd, &name, length));
  MUST (send (MUST (accept (listener, 0, 0)), "abc", 3, 0));
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &got_length), 3);
  EXPECT_EQ (got_length, length);
  EXPECT_BYTES (&got, &name, length);
}

/* --- There is none.  */

/* A message from fd[1] has no address, with room of SIZE.  */
static void
of_nobody (int fd[2], socklen_t size)
{
  struct sockaddr_storage got;
  socklen_t length = size;
  FILLED (got);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recvfrom (fd[0], room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, 0);
  EXPECT_UNTOUCHED (&got, &got + 1);
}

CASE (recvfrom, unnamed, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  of_nobody (fd, sizeof (struct sockaddr_un));
}

CASE (recvfrom, unnamed_stream, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  of_nobody (fd, sizeof (struct sockaddr_un));
}

/* TCP returns no address: the length becomes 0.  */
CASE (recvfrom, tcp, "kernel net/ipv4/tcp.c", "2.6.12", NEEDS_NOTHING,
      "recvfrom(2) does not say that the length becomes 0")
{
  int fd[2];
  tcp_pair (fd);
  of_nobody (fd, sizeof (struct sockaddr_in));
}

CASE (recvfrom, end_of_stream, "kernel net/unix/af_unix.c", "3.13")
{
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  FILLED (got);
  close (fd[1]);
  EXPECT_RET (recvfrom (fd[0], room, 64, 0, &got, &length), 0);
  EXPECT_EQ (length, 0);
  EXPECT_UNTOUCHED (&got, &got + 1);
}

/* --- With it or without.  */

CASE (recvfrom, address_not_wanted, "recvfrom(2)", "1.0")
{
  struct sockaddr_in from;
  int fd = sent_by_udp (&from);
  EXPECT_RET (recvfrom (fd, room, 64, 0, NULL_POINTER, NULL_POINTER), 3);
}

/* Without an address the length is neither read nor stored.  */
CASE (recvfrom, length_alone, "kernel net/socket.c", "1.0")
{
  struct sockaddr_in from;
  socklen_t length;
  int fd = sent_by_udp (&from);
  FILLED (length);
  EXPECT_RET (recvfrom (fd, room, 64, MSG_PEEK, NULL_POINTER, &length), 3);
  EXPECT_UNTOUCHED (&length, &length + 1);
  EXPECT_RET (recvfrom (fd, room, 64, 0, NULL_POINTER, BAD_POINTER), 3);
}

CASE (recvfrom, peek_has_it, "recvfrom(2)", "1.0")
{
  struct sockaddr_in from, got;
  socklen_t length = sizeof got;
  int fd = sent_by_udp (&from);
  EXPECT_RET (recvfrom (fd, room, 64, MSG_PEEK, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof got);
}

CASE (recvfrom, datagram_of_nothing_has_it, "recvfrom(2)", "1.0")
{
  struct sockaddr_in where, from, got;
  socklen_t length = sizeof got;
  int fd = inet_bound (SOCK_DGRAM, &where);
  int sender = inet_bound (SOCK_DGRAM, &from);
  MUST (sendto (sender, "", 0, 0, &where, sizeof where));
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof got);
}

CASE (recvfrom, failure_stores_nothing, "recvfrom(2)", "1.0")
{
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  FILLED (got);
  EXPECT_ERR (recvfrom (fd, room, 64, MSG_DONTWAIT, &got, &length), EAGAIN);
  EXPECT_EQ (length, sizeof got);
  EXPECT_UNTOUCHED (&got, &got + 1);
}
