/* unix-queue.c - queue sizes of AF_UNIX, SO_PEEK_OFF.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static int
waiting (int fd, unsigned long what)
{
  int count = -1;
  MUST (ioctl (fd, what, &count));
  return count;
}

/* --- SIOCINQ and SIOCOUTQ.  */

CASE (send, inq_stream, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (waiting (fd[1], SIOCINQ), 0);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RET (send (fd[0], "de", 2, 0), 2);
  EXPECT_EQ (waiting (fd[1], SIOCINQ), 5);
}

/* The rest, of a message that was read in part.  */
CASE (recv, inq_stream_in_part, "unix(7)", "2.2")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "abcdef", 6, 0));
  EXPECT_RET (recv (fd[1], room, 4, 0), 4);
  EXPECT_EQ (waiting (fd[1], SIOCINQ), 2);
}

/* The next one alone.  */
CASE (send, inq_dgram, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_EQ (waiting (fd[1], SIOCINQ), 0);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RET (send (fd[0], "de", 2, 0), 2);
  EXPECT_EQ (waiting (fd[1], SIOCINQ), 3);
}

CASE (send, inq_seqpacket, "kernel net/unix/af_unix.c", "2.6.4", NEEDS_NOTHING,
      "unix(7) has SIOCINQ for the two other types; it counts all "
      "records")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RET (send (fd[0], "de", 2, 0), 2);
  EXPECT_EQ (waiting (fd[1], SIOCINQ), 5);
}

CASE (listen, inq, "unix(7)", "2.2")
{
  int count;
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_bound (SOCK_STREAM, &name, length);
  EXPECT_RET (listen (fd, 1), 0);
  EXPECT_ERR (ioctl (fd, SIOCINQ, &count), EINVAL);
}

/* Memory, not bytes, until the peer has read it.  */
CASE (recv, outq, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
      "unix(7) does not have SIOCOUTQ")
{
  int fd[2];
  char room[8];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (waiting (fd[0], SIOCOUTQ), 0);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RANGE (waiting (fd[0], SIOCOUTQ), 3, 65536);
  EXPECT_RET (recv (fd[1], room, 8, 0), 3);
  EXPECT_EQ (waiting (fd[0], SIOCOUTQ), 0);
}

/* --- SO_PEEK_OFF.  */

CASE (getsockopt, peek_off_at_first, "socket(7)", "3.4")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_PEEK_OFF), -1);
}

CASE (recv, peek_off_moves_on, "socket(7)", "3.4")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, 4);
  MUST (send (fd[0], "aabbccddeeff", 12, 0));
  EXPECT_RET (recv (fd[1], room, 2, MSG_PEEK), 2);
  EXPECT_BYTES (room, "cc", 2);
  EXPECT_RET (recv (fd[1], room, 2, MSG_PEEK), 2);
  EXPECT_BYTES (room, "dd", 2);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF), 8);
}

/* Receiving moves it back, so that it stays in place.  */
CASE (recv, peek_off_moves_back, "socket(7)", "3.4")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, 4);
  MUST (send (fd[0], "aabbccddeeff", 12, 0));
  EXPECT_RET (recv (fd[1], room, 2, 0), 2);
  EXPECT_BYTES (room, "aa", 2);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF), 2);
  EXPECT_RET (recv (fd[1], room, 2, MSG_PEEK), 2);
  EXPECT_BYTES (room, "cc", 2);
  EXPECT_RET (recv (fd[1], room, 4, 0), 4);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF), 0);
}

/* Before 3.9 this was read from behind the data.  */
CASE (recv, peek_off_behind_the_end, "kernel net/unix/af_unix.c", "3.10")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, 3);
  MUST (send (fd[0], "abc", 3, 0));
  EXPECT_ERR (recv (fd[1], room, 4, MSG_PEEK | MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (recv (fd[1], room, 4, 0), 3);
}

/* Over message boundaries of a stream, and of datagrams from one to the
   next.  */
CASE (recv, peek_off_over_messages, "kernel net/unix/af_unix.c", "3.4")
{
  int fd[2];
  char room[8];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, 4);
  MUST (send (fd[0], "abc", 3, 0));
  MUST (send (fd[0], "def", 3, 0));
  EXPECT_RET (recv (fd[1], room, 8, MSG_PEEK), 2);
  EXPECT_BYTES (room, "ef", 2);
}

CASE (recv, peek_off_dgram, "socket(7)", "3.4")
{
  int fd[2];
  char room[8];
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, 0);
  MUST (send (fd[0], "abc", 3, 0));
  MUST (send (fd[0], "de", 2, 0));
  EXPECT_RET (recv (fd[1], room, 2, MSG_PEEK), 2);
  EXPECT_BYTES (room, "ab", 2);
  EXPECT_RET (recv (fd[1], room, 8, MSG_PEEK), 1);
  EXPECT_BYTES (room, "c", 1);
  EXPECT_RET (recv (fd[1], room, 8, MSG_PEEK), 2);
  EXPECT_BYTES (room, "de", 2);
  EXPECT_ERR (recv (fd[1], room, 8, MSG_PEEK | MSG_DONTWAIT), EAGAIN);
}

CASE (recv, peek_off_turned_off, "socket(7)", "3.4")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, 2);
  set_int_option (fd[1], SOL_SOCKET, SO_PEEK_OFF, -1);
  MUST (send (fd[0], "abcd", 4, 0));
  EXPECT_RET (recv (fd[1], room, 2, MSG_PEEK), 2);
  EXPECT_RET (recv (fd[1], room, 2, MSG_PEEK), 2);
  EXPECT_BYTES (room, "ab", 2);
}

CASE (setsockopt, peek_off_netlink, "kernel net/core/sock.c", "3.4",
      NEEDS_NOTHING, "socket(7) does not say what sockets without it answer")
{
  int value = 0, fd = socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
  if (fd == -EAFNOSUPPORT)
    SKIP ("no netlink");
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_PEEK_OFF, &value, sizeof value),
              EOPNOTSUPP);
}
