/* accept-address.c - cases of accept: the address of the client.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A listener, and one connected to it whose address is MINE.  */
static int
pending_from (struct sockaddr_in *mine)
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  int client = inet_bound (SOCK_STREAM, mine);
  MUST (connect (client, &where, sizeof where));
  return fd;
}

CASE (accept, address_whole, "accept(2)", "1.0")
{
  struct sockaddr_in mine, from;
  socklen_t length = sizeof from;
  int fd = pending_from (&mine);
  FILLED (from);
  EXPECT_RANGE (accept (fd, &from, &length), 3, 1024);
  EXPECT_EQ (length, sizeof from);
  EXPECT_BYTES (&from, &mine, sizeof mine);
}

CASE (accept4, address_whole, "accept(2)", "2.6.28")
{
  struct sockaddr_in mine, from;
  socklen_t length = sizeof from;
  int fd = pending_from (&mine);
  FILLED (from);
  EXPECT_RANGE (accept4 (fd, &from, &length, SOCK_CLOEXEC), 3, 1024);
  EXPECT_EQ (length, sizeof from);
  EXPECT_BYTES (&from, &mine, sizeof mine);
}

/* Truncated, the full length returned, and no byte written after it.  */
CASE (accept, address_truncated, "accept(2)", "1.0")
{
  struct sockaddr_in mine;
  char room[16];
  socklen_t length = 7;
  int fd = pending_from (&mine);
  FILLED (room);
  EXPECT_RANGE (accept (fd, room, &length), 3, 1024);
  EXPECT_EQ (length, sizeof mine);
  EXPECT_BYTES (room, &mine, 7);
  EXPECT_UNTOUCHED (room + 7, room + sizeof room);
}

CASE (accept, address_length_zero, "accept(2)", "1.0")
{
  struct sockaddr_in mine;
  char room[16];
  socklen_t length = 0;
  int fd = pending_from (&mine);
  FILLED (room);
  EXPECT_RANGE (accept (fd, room, &length), 3, 1024);
  EXPECT_EQ (length, sizeof mine);
  EXPECT_UNTOUCHED (room, room + sizeof room);
}

CASE (accept, address_with_room, "accept(2)", "1.0")
{
  struct sockaddr_in mine;
  char room[128];
  socklen_t length = sizeof room;
  int fd = pending_from (&mine);
  FILLED (room);
  EXPECT_RANGE (accept (fd, room, &length), 3, 1024);
  EXPECT_EQ (length, sizeof mine);
  EXPECT_UNTOUCHED (room + sizeof mine, room + sizeof room);
}

/* Whatever the given length.  */
CASE (accept, address_length_most, "accept(2)", "1.0")
{
  struct sockaddr_in mine;
  char *room = guarded (sizeof mine);
  socklen_t length = INT32_MAX;
  int fd = pending_from (&mine);
  EXPECT_RANGE (accept (fd, room, &length), 3, 1024);
  EXPECT_EQ (length, sizeof mine);
  EXPECT_BYTES (room, &mine, sizeof mine);
}

CASE (accept, address_length_negative, "accept(2)", "1.0")
{
  struct sockaddr_in mine;
  socklen_t length = (socklen_t)-1;
  int fd = pending_from (&mine);
  EXPECT_ERR (accept (fd, &mine, &length), EINVAL);
}

CASE (accept4, address_length_negative, "accept(2)", "2.6.28")
{
  struct sockaddr_in mine;
  socklen_t length = (socklen_t)-1;
  int fd = pending_from (&mine);
  EXPECT_ERR (accept4 (fd, &mine, &length, 0), EINVAL);
}

/* The connection is lost by it, and its descriptor closed.  */
CASE (accept, address_bad, "accept(2)", "1.0")
{
  struct sockaddr_in mine;
  socklen_t length = sizeof mine;
  int fd = pending_from (&mine);
  int before = open_fds ();
  EXPECT_ERR (accept (fd, BAD_POINTER, &length), EFAULT);
  EXPECT_EQ (open_fds (), before);
}

CASE (accept, address_length_pointer_bad, "kernel net/socket.c", "1.0",
      NEEDS_NOTHING, "accept(2) has EFAULT for the address alone")
{
  struct sockaddr_in mine;
  int fd = pending_from (&mine);
  int before = open_fds ();
  EXPECT_ERR (accept (fd, &mine, BAD_POINTER), EFAULT);
  EXPECT_EQ (open_fds (), before);
}

CASE (accept, address_length_pointer_null, "kernel net/socket.c", "1.0",
      NEEDS_NOTHING, "accept(2) has EFAULT for the address alone")
{
  struct sockaddr_in mine;
  int fd = pending_from (&mine);
  EXPECT_ERR (accept (fd, &mine, NULL_POINTER), EFAULT);
}

/* Without an address its length is not read.  */
CASE (accept, address_null, "accept(2)", "2.2")
{
  struct sockaddr_in mine;
  int fd = pending_from (&mine);
  EXPECT_RANGE (accept (fd, NULL_POINTER, BAD_POINTER), 3, 1024);
}

CASE (accept, address_null_keeps_length, "accept(2)", "2.2")
{
  struct sockaddr_in mine;
  socklen_t length = 77;
  int fd = pending_from (&mine);
  EXPECT_RANGE (accept (fd, NULL_POINTER, &length), 3, 1024);
  EXPECT_EQ (length, 77);
}

/* The address of an unnamed client is the family alone.  */
CASE (accept, address_unnamed, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  int client = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (client, &name, length));
  length = sizeof name;
  FILLED (name);
  EXPECT_RANGE (accept (fd, &name, &length), 3, 1024);
  EXPECT_EQ (length, sizeof name.sun_family);
  EXPECT_EQ (name.sun_family, AF_UNIX);
  EXPECT_UNTOUCHED (name.sun_path, &name + 1);
}

/* A path: the name ends in its null byte.  */
CASE (accept, address_path, "unix(7)", "2.2")
{
  struct sockaddr_un name, mine, from;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  socklen_t want = path_name (&mine, "client");
  int client = unix_bound (SOCK_STREAM, &mine, want);
  MUST (connect (client, &name, length));
  length = sizeof from;
  EXPECT_RANGE (accept (fd, &from, &length), 3, 1024);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&from, &mine, want);
}

CASE (accept, address_inet6, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 where, mine, from;
  socklen_t length = sizeof from;
  int fd = inet6_bound (SOCK_STREAM, &where);
  MUST (listen (fd, 1));
  int client = inet6_bound (SOCK_STREAM, &mine);
  MUST (connect (client, &where, sizeof where));
  FILLED (from);
  EXPECT_RANGE (accept (fd, &from, &length), 3, 1024);
  EXPECT_EQ (length, sizeof from);
  EXPECT_EQ (from.sin6_family, AF_INET6);
  EXPECT_EQ (from.sin6_port, mine.sin6_port);
  EXPECT_BYTES (&from.sin6_addr, &mine.sin6_addr, 16);
  EXPECT_EQ (from.sin6_scope_id, 0);
}

/* An IPv4 client of an IPv6 socket: ::ffff:127.0.0.1.  */
CASE (accept, address_v4_mapped, "ipv6(7)", "2.4.21", NEEDS_IPV6 + NEEDS_NET)
{
  static const unsigned char mapped[16]
      = { [10] = 0xff, [11] = 0xff, [12] = 127, [15] = 1 };
  struct sockaddr_in6 any = { .sin6_family = AF_INET6 }, from;
  struct sockaddr_in to;
  socklen_t length = sizeof any;
  int fd = new_socket (AF_INET6, SOCK_STREAM);
  set_int_option (fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  MUST (bind (fd, &any, sizeof any));
  MUST (listen (fd, 1));
  MUST (getsockname (fd, &any, &length));
  to = loopback (any.sin6_port);
  int client = new_socket (AF_INET, SOCK_STREAM);
  MUST (connect (client, &to, sizeof to));
  length = sizeof from;
  EXPECT_RANGE (accept (fd, &from, &length), 3, 1024);
  EXPECT_EQ (from.sin6_family, AF_INET6);
  EXPECT_BYTES (&from.sin6_addr, mapped, 16);
}
