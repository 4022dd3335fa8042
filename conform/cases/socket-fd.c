/* socket-fd.c - cases of socket: the descriptor.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (socket, flags_none, "socket(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_EQ (fd_flags (fd), 0);
}

CASE (socket, nonblock, "socket(2)", "2.6.27")
{
  int fd = MUST (socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_EQ (fd_flags (fd), SOCK_NONBLOCK);
}

CASE (socket, cloexec, "socket(2)", "2.6.27")
{
  int fd = MUST (socket (AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  EXPECT_EQ (fd_flags (fd), SOCK_CLOEXEC);
}

CASE (socket, nonblock_and_cloexec, "socket(2)", "2.6.27")
{
  int both = SOCK_NONBLOCK | SOCK_CLOEXEC;
  int fd = MUST (socket (AF_UNIX, SOCK_STREAM | both, 0));
  EXPECT_EQ (fd_flags (fd), both);
}

/* Not only reported: a call that would wait does not.  */
CASE (socket, nonblock_takes_effect, "socket(2)", "2.6.27")
{
  char byte;
  int fd = MUST (socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (recv (fd, &byte, 1, 0), EAGAIN);
}

CASE (socket, opened_for_both, "socket(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_EQ (MUST (fcntl (fd, F_GETFL)) & O_ACCMODE, O_RDWR);
}

CASE (socket, lowest_free_fd, "socket(2)", "1.0")
{
  int first = new_socket (AF_UNIX, SOCK_STREAM);
  new_socket (AF_UNIX, SOCK_STREAM);
  close (first);
  EXPECT_RET (socket (AF_UNIX, SOCK_STREAM, 0), first);
}

CASE (socket, limit_reached, "socket(2)", "1.0")
{
  limit_fds (next_fd ());
  EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM, 0), EMFILE);
}

CASE (socket, limit_spared, "socket(2)", "1.0")
{
  int next = next_fd ();
  limit_fds (next + 1);
  EXPECT_RET (socket (AF_UNIX, SOCK_STREAM, 0), next);
}

/* A failed call uses no descriptor.  */
CASE (socket, refused_takes_no_fd, "socket(2)", "2.2")
{
  int before = open_fds ();
  EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM, 2), EPROTONOSUPPORT);
  EXPECT_EQ (open_fds (), before);
}
