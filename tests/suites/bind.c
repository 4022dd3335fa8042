/* bind.c - tests of bind.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

static void
takes_a_port (int type)
{
  struct sockaddr_in where;
  inet_bound (type, &where);
  EXPECT_EQ (where.sin_family, AF_INET);
  EXPECT (where.sin_port != 0);
  EXPECT_EQ (where.sin_addr.s_addr, htonl (INADDR_LOOPBACK));
}

TEST (names_tcp) { takes_a_port (SOCK_STREAM); }

TEST (names_udp) { takes_a_port (SOCK_DGRAM); }

TEST (takes_an_abstract_name)
{
  int fd = open_socket (AF_UNIX, SOCK_STREAM);
  struct sockaddr_un name, got;
  socklen_t length = unix_name (&name, 'a'), size = sizeof got;
  EXPECT_EQ (bind (fd, SA (&name), length), 0);
  EXPECT_EQ (getsockname (fd, SA (&got), &size), 0);
  EXPECT_EQ (size, length);
  EXPECT_EQ (memcmp (&got, &name, length), 0);
}

/* A shorter name is another name: the length arrives.  */
TEST (counts_the_length)
{
  struct sockaddr_un name;
  socklen_t length = unix_name (&name, 'a');
  for (int less = 0; less < 3; less++)
    EXPECT_EQ (
        bind (open_socket (AF_UNIX, SOCK_DGRAM), SA (&name), length - less),
        0);
}

TEST (makes_a_name_up)
{
  struct sockaddr_un name;
  socklen_t length;
  unix_bound (SOCK_STREAM, &name, &length);
  EXPECT_EQ (name.sun_family, AF_UNIX);
  EXPECT_EQ (name.sun_path[0], 0);
}

TEST (takes_no_family_as_any)
{
  struct sockaddr_in any;
  memset (&any, 0, sizeof any);
  any.sin_family = AF_UNSPEC;
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  EXPECT_EQ (bind (fd, SA (&any), sizeof any), 0);
}

TEST (refuses_what_is_no_socket)
{
  struct sockaddr_in where = loopback (0);
  EXPECT_WRONG_FDS (bind (fd, SA (&where), sizeof where));
}

TEST (refuses_a_length)
{
  struct sockaddr_storage room;
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  int inet = open_socket (AF_INET, SOCK_STREAM);
  memset (&room, 0, sizeof room);
  room.ss_family = AF_UNIX;
  EXPECT_ERR (bind (local, SA (&room), 0), EINVAL);
  EXPECT_ERR (bind (local, SA (&room), 129), EINVAL);
  EXPECT_ERR (bind (local, SA (&room), -1), EINVAL);
  room.ss_family = AF_INET;
  EXPECT_ERR (bind (inet, SA (&room), 15), EINVAL);
}

TEST (refuses_a_second_name)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  int inet = inet_bound (SOCK_STREAM, &where);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  socklen_t length = unix_name (&name, 'a');
  where.sin_port = 0;
  EXPECT_ERR (bind (inet, SA (&where), sizeof where), EINVAL);
  EXPECT_EQ (bind (local, SA (&name), length), 0);
  length = unix_name (&name, 'b');
  EXPECT_ERR (bind (local, SA (&name), length), EINVAL);
}

TEST (refuses_another_family)
{
  struct sockaddr_in where = loopback (0);
  struct sockaddr_in foreign = { .sin_family = AF_UNIX };
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  int inet = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (local, SA (&where), sizeof where), EINVAL);
  EXPECT_ERR (bind (inet, SA (&foreign), sizeof foreign), EAFNOSUPPORT);
}

TEST (refuses_a_name_in_use)
{
  struct sockaddr_in where;
  struct sockaddr_un name;
  socklen_t length;
  inet_bound (SOCK_DGRAM, &where);
  unix_bound (SOCK_DGRAM, &name, &length);
  int inet = open_socket (AF_INET, SOCK_DGRAM);
  int local = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (bind (inet, SA (&where), sizeof where), EADDRINUSE);
  EXPECT_ERR (bind (local, SA (&name), length), EADDRINUSE);
}

/* 203.0.113.0/24 is kept for documents.  */
TEST (refuses_a_foreign_address)
{
  struct sockaddr_in where = loopback (0);
  where.sin_addr.s_addr = htonl (0xCB007101);
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, SA (&where), sizeof where), EADDRNOTAVAIL);
}

TEST (refuses_a_bad_pointer)
{
  int fd = open_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, bad (), sizeof (struct sockaddr_in)), EFAULT);
  EXPECT_ERR (bind (fd, nil (), sizeof (struct sockaddr_in)), EFAULT);
}

SUITE (bind, CASE (names_tcp), CASE (names_udp), CASE (takes_an_abstract_name),
       CASE (counts_the_length), CASE (makes_a_name_up),
       CASE (takes_no_family_as_any), CASE (refuses_what_is_no_socket),
       CASE (refuses_a_length), CASE (refuses_a_second_name),
       CASE (refuses_another_family), CASE (refuses_a_name_in_use),
       CASE (refuses_a_foreign_address), CASE (refuses_a_bad_pointer))
