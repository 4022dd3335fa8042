/* names.c - tests of getsockname and getpeername.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

typedef int name_call (int, struct sockaddr *, socklen_t *);

/* What both calls share: run with each of them on a TCP connection.  */
static void
on_both (void (*judge) (name_call *, int))
{
  int fd[2];
  tcp_pair (fd);
  judge (getsockname, fd[0]);
  judge (getpeername, fd[0]);
}

TEST (agree_on_tcp)
{
  struct sockaddr_in here, there;
  socklen_t length = sizeof here, size = sizeof there;
  int fd[2];
  tcp_pair (fd);
  EXPECT_EQ (getsockname (fd[0], SA (&here), &length), 0);
  EXPECT_EQ (getpeername (fd[1], SA (&there), &size), 0);
  EXPECT_EQ (length, sizeof here);
  EXPECT_EQ (size, sizeof there);
  EXPECT_EQ (memcmp (&here, &there, sizeof here), 0);
  EXPECT_EQ (getpeername (fd[0], SA (&there), &size), 0);
  EXPECT (here.sin_port != there.sin_port);
}

TEST (tell_that_there_is_no_name)
{
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  DIRTY (name);
  EXPECT_EQ (getsockname (fd[0], SA (&name), &length), 0);
  EXPECT_EQ (length, sizeof name.sun_family);
  EXPECT_EQ (name.sun_family, AF_UNIX);
  length = sizeof name;
  DIRTY (name);
  EXPECT_EQ (getpeername (fd[0], SA (&name), &length), 0);
  EXPECT_EQ (length, sizeof name.sun_family);
  EXPECT_EQ (name.sun_family, AF_UNIX);
}

TEST (tell_an_abstract_name)
{
  struct sockaddr_un name, got;
  socklen_t length = unix_name (&name, 'n'), size = sizeof got;
  int server = open_socket (AF_UNIX, SOCK_DGRAM);
  int client = open_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_EQ (bind (server, SA (&name), length), 0);
  EXPECT_EQ (connect (client, SA (&name), length), 0);
  EXPECT_EQ (getsockname (server, SA (&got), &size), 0);
  EXPECT_EQ (size, length);
  EXPECT_EQ (memcmp (&got, &name, length), 0);
  size = sizeof got;
  EXPECT_EQ (getpeername (client, SA (&got), &size), 0);
  EXPECT_EQ (size, length);
  EXPECT_EQ (memcmp (&got, &name, length), 0);
}

TEST (tell_any_address_of_udp)
{
  struct sockaddr_in name;
  socklen_t length = sizeof name;
  int fd = open_socket (AF_INET, SOCK_DGRAM);
  DIRTY (name);
  EXPECT_EQ (getsockname (fd, SA (&name), &length), 0);
  EXPECT_EQ (name.sin_family, AF_INET);
  EXPECT_EQ (name.sin_port, 0);
  EXPECT_EQ (name.sin_addr.s_addr, htonl (INADDR_ANY));
}

static void
cuts (name_call *call, int fd)
{
  struct sockaddr_in whole, cut;
  socklen_t size = sizeof whole, length = 7;
  DIRTY (cut);
  EXPECT_EQ (call (fd, SA (&whole), &size), 0);
  EXPECT_EQ (call (fd, SA (&cut), &length), 0);
  EXPECT_EQ (length, sizeof whole);
  EXPECT_EQ (memcmp (&cut, &whole, 7), 0);
  EXPECT (untouched ((char *)&cut + 7, &cut + 1));
}

TEST (cut_an_address_short) { on_both (cuts); }

static void
leaves_the_rest (name_call *call, int fd)
{
  struct sockaddr_in room[2];
  socklen_t length = sizeof room;
  DIRTY (room);
  EXPECT_EQ (call (fd, SA (room), &length), 0);
  EXPECT_EQ (length, sizeof *room);
  EXPECT (untouched (room + 1, room + 2));
}

TEST (leave_spare_room_alone) { on_both (leaves_the_rest); }

static void
needs_no_room (name_call *call, int fd)
{
  socklen_t length = 0;
  EXPECT_EQ (call (fd, bad (), &length), 0);
  EXPECT_EQ (length, sizeof (struct sockaddr_in));
}

TEST (write_nothing_where_length_is_0) { on_both (needs_no_room); }

static void
refuses (name_call *call, int fd)
{
  struct sockaddr_in name;
  socklen_t negative = -1, length = sizeof name;
  EXPECT_ERR (call (fd, SA (&name), &negative), EINVAL);
  EXPECT_ERR (call (fd, SA (&name), nil ()), EFAULT);
  EXPECT_ERR (call (fd, SA (&name), bad ()), EFAULT);
  EXPECT_ERR (call (fd, bad (), &length), EFAULT);
  EXPECT_ERR (call (fd, nil (), &length), EFAULT);
}

TEST (refuse_bad_arguments) { on_both (refuses); }

TEST (miss_a_peer)
{
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int udp = open_socket (AF_INET, SOCK_DGRAM);
  int local = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getpeername (tcp, SA (&name), &length), ENOTCONN);
  EXPECT_ERR (getpeername (udp, SA (&name), &length), ENOTCONN);
  EXPECT_ERR (getpeername (local, SA (&name), &length), ENOTCONN);
}

TEST (refuse_what_is_no_socket)
{
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  EXPECT_WRONG_FDS (getsockname (fd, SA (&name), &length));
  EXPECT_WRONG_FDS (getpeername (fd, SA (&name), &length));
}

SUITE (names, CASE (agree_on_tcp), CASE (tell_that_there_is_no_name),
       CASE (tell_an_abstract_name), CASE (tell_any_address_of_udp),
       CASE (cut_an_address_short), CASE (leave_spare_room_alone),
       CASE (write_nothing_where_length_is_0), CASE (refuse_bad_arguments),
       CASE (miss_a_peer), CASE (refuse_what_is_no_socket))
