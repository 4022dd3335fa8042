/* getsockname.c - cases of getsockname.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Lengths and pointers.  */

CASE (getsockname, length_negative, "getsockname(2)", "1.0")
{
  struct sockaddr_in got;
  socklen_t length = (socklen_t)-1;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (getsockname (fd, &got, &length), EINVAL);
}

CASE (getsockname, length_null, "kernel net/socket.c", "1.0", NEEDS_NOTHING,
      "getsockname(2) has EFAULT for the address alone")
{
  struct sockaddr_in got;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (getsockname (fd, &got, NULL_POINTER), EFAULT);
}

CASE (getsockname, length_pointer_bad, "kernel net/socket.c", "1.0",
      NEEDS_NOTHING, "getsockname(2) has EFAULT for the address alone")
{
  struct sockaddr_in got;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (getsockname (fd, &got, BAD_POINTER), EFAULT);
}

/* It is written as well as read.  */
CASE (getsockname, length_read_only, "kernel net/socket.c", "1.0",
      NEEDS_NOTHING, "getsockname(2) has EFAULT for the address alone")
{
  struct sockaddr_in got;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (getsockname (fd, &got, read_only ()), EFAULT);
}

CASE (getsockname, address_bad, "getsockname(2)", "1.0")
{
  socklen_t length = sizeof (struct sockaddr_in);
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (getsockname (fd, BAD_POINTER, &length), EFAULT);
}

CASE (getsockname, address_over_page_end, "getsockname(2)", "1.0")
{
  socklen_t length = sizeof (struct sockaddr_in);
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (getsockname (fd, guarded (8), &length), EFAULT);
}

/* No byte is written, so the address does not matter.  */
CASE (getsockname, length_zero_address_bad, "kernel net/socket.c", "1.0",
      NEEDS_NOTHING,
      "getsockname(2) does not say that a length of 0 writes nothing")
{
  socklen_t length = 0;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_RET (getsockname (fd, BAD_POINTER, &length), 0);
  EXPECT_EQ (length, sizeof (struct sockaddr_in));
}

CASE (getsockname, address_truncated, "getsockname(2)", "1.0")
{
  struct sockaddr_in mine;
  char room[16];
  socklen_t length = 5;
  int fd = inet_bound (SOCK_DGRAM, &mine);
  FILLED (room);
  EXPECT_RET (getsockname (fd, room, &length), 0);
  EXPECT_EQ (length, sizeof mine);
  EXPECT_BYTES (room, &mine, 5);
  EXPECT_UNTOUCHED (room + 5, room + sizeof room);
}

CASE (getsockname, address_with_room, "getsockname(2)", "1.0")
{
  char room[128];
  socklen_t length = sizeof room;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  FILLED (room);
  EXPECT_RET (getsockname (fd, room, &length), 0);
  EXPECT_EQ (length, sizeof (struct sockaddr_in));
  EXPECT_UNTOUCHED (room + sizeof (struct sockaddr_in), room + sizeof room);
}

CASE (getsockname, fd_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_RET (getsockname (DIRTY_HIGH (fd), &got, &length), 0);
}

/* --- IP.  */

/* All zero but the family, the eight bytes that are no part of it too.  */
CASE (getsockname, inet_unbound, "ip(7)", "1.0")
{
  struct sockaddr_in got, want = { .sin_family = AF_INET };
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &want, sizeof want);
}

CASE (getsockname, inet_bound_to_any, "ip(7)", "1.0")
{
  struct sockaddr_in got, any = { .sin_family = AF_INET };
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (bind (fd, &any, sizeof any));
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (got.sin_addr.s_addr, 0);
  EXPECT (got.sin_port != 0);
}

CASE (getsockname, inet6_unbound, "ipv6(7)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 got, want = { .sin6_family = AF_INET6 };
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET6, SOCK_STREAM);
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &want, sizeof want);
}

/* The new socket has the address that was connected to.  */
CASE (getsockname, inet_accepted, "ip(7)", "1.0", NEEDS_NET)
{
  struct sockaddr_in any = { .sin_family = AF_INET }, to, got;
  socklen_t length = sizeof any;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  MUST (bind (fd, &any, sizeof any));
  MUST (listen (fd, 1));
  MUST (getsockname (fd, &any, &length));
  to = loopback (any.sin_port);
  int client = new_socket (AF_INET, SOCK_STREAM);
  MUST (connect (client, &to, sizeof to));
  int other = MUST (accept (fd, 0, 0));
  EXPECT_RET (getsockname (other, &got, &length), 0);
  EXPECT_BYTES (&got, &to, sizeof to);
}

/* --- AF_UNIX.  */

/* The family alone, and no byte after it.  */
CASE (getsockname, unix_unbound, "unix(7)", "2.2")
{
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof got.sun_family);
  EXPECT_EQ (got.sun_family, AF_UNIX);
  EXPECT_UNTOUCHED (got.sun_path, &got + 1);
}

CASE (getsockname, unix_pair, "unix(7)", "2.2")
{
  int fd[2];
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (getsockname (fd[0], &got, &length), 0);
  EXPECT_EQ (length, sizeof got.sun_family);
}

/* The length has the null byte, whether bind's had it or not.  */
CASE (getsockname, path, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t want = path_name (&name, "a"), length = sizeof got;
  int fd = unix_bound (SOCK_STREAM, &name, want - 1);
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&got, &name, want);
}

/* A path ends at its first null byte, whatever the length.  */
CASE (getsockname, path_with_rest, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t want = path_name (&name, "a"), length = sizeof got;
  memset ((char *)&name + want, 'x', sizeof name - want);
  int fd = unix_bound (SOCK_STREAM, &name, sizeof name);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&got, &name, want);
}

CASE (getsockname, path_truncated, "getsockname(2)", "2.2")
{
  struct sockaddr_un name;
  char room[16];
  socklen_t want = path_name (&name, "a"), length = 9;
  int fd = unix_bound (SOCK_STREAM, &name, want);
  FILLED (room);
  EXPECT_RET (getsockname (fd, room, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (room, &name, 9);
  EXPECT_UNTOUCHED (room + 9, room + sizeof room);
}

/* 108 bytes of path leave no room for the null byte, which is counted all the
   same: the address is longer than its structure.  */
CASE (getsockname, path_of_108_bytes, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  char got[128];
  socklen_t length = path_name (&name, "a"), end = sizeof name;
  int slash = (int)length - 1 - 2 - (int)sizeof name.sun_family;
  memset (name.sun_path + slash, '/', sizeof name.sun_path - slash - 1);
  name.sun_path[sizeof name.sun_path - 1] = 'a';
  int fd = unix_bound (SOCK_STREAM, &name, sizeof name);
  length = sizeof got;
  FILLED (got);
  EXPECT_RET (getsockname (fd, got, &length), 0);
  EXPECT_EQ (length, sizeof name + 1);
  EXPECT_BYTES (got, &name, sizeof name);
  EXPECT_EQ (got[end], 0);
  EXPECT_UNTOUCHED (got + end + 1, got + sizeof got);
}

/* Abstract names have the given length, including null bytes.  */
CASE (getsockname, abstract, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t want = abstract_name (&name, 'a') + 3, length = sizeof got;
  int fd = unix_bound (SOCK_DGRAM, &name, want);
  FILLED (got);
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&got, &name, want);
  EXPECT_UNTOUCHED ((char *)&got + want, &got + 1);
}

CASE (getsockname, abstract_of_108_bytes, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_bound (SOCK_DGRAM, &name, sizeof name);
  length = sizeof got;
  EXPECT_RET (getsockname (fd, &got, &length), 0);
  EXPECT_EQ (length, sizeof name);
  EXPECT_BYTES (&got, &name, sizeof name);
}

/* An accepted socket has the name of the listener.  */
CASE (getsockname, unix_accepted, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t want = abstract_name (&name, 'a'), length = sizeof got;
  int fd = unix_listener (SOCK_STREAM, &name, want, 1);
  int client = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (client, &name, want));
  int other = MUST (accept (fd, 0, 0));
  EXPECT_RET (getsockname (other, &got, &length), 0);
  EXPECT_EQ (length, want);
  EXPECT_BYTES (&got, &name, want);
}
