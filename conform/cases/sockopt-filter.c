/* sockopt-filter.c - filters of sockets: socket(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* return K;  */
#define RETURN(k)                                                             \
  {                                                                           \
    6, 0, 0, (k)                                                              \
  }

CASE (setsockopt, filter_cuts_datagrams, "socket(7)", "2.2",
      .needs = NEEDS_LAYOUT)
{
  int fd[2];
  char room[8];
  struct sock_filter code = RETURN (3);
  struct sock_fprog program;
  unix_pair (SOCK_DGRAM, fd);
  FILLED (program);
  program.len = 1;
  program.filter = &code;
  EXPECT_EQ (setsockopt (fd[1], SOL_SOCKET, SO_ATTACH_FILTER, &program,
                         sizeof program),
             0);
  EXPECT_EQ (send (fd[0], "abcdef", 6, 0), 6);
  EXPECT_EQ (recv (fd[1], room, sizeof room, 0), 3);
}

CASE (setsockopt, filter_drops_datagrams, "socket(7)", "2.2",
      .needs = NEEDS_LAYOUT)
{
  int fd[2];
  char room[8];
  struct sock_filter code = RETURN (0);
  struct sock_fprog program = { 1, &code };
  udp_pair (fd);
  EXPECT_EQ (setsockopt (fd[1], SOL_SOCKET, SO_ATTACH_FILTER, &program,
                         sizeof program),
             0);
  EXPECT_EQ (send (fd[0], "abcdef", 6, 0), 6);
  EXPECT_ERR (recv (fd[1], room, sizeof room, MSG_DONTWAIT), EAGAIN);
}

/* The count is one of instructions, not of bytes.  */
CASE (getsockopt, filter_read_back, "socket(7)", "3.8", .needs = NEEDS_LAYOUT)
{
  struct sock_filter code = RETURN (3), got[2];
  struct sock_fprog program = { 1, &code };
  socklen_t length = 2;
  int fd = MUST (socket (AF_INET, SOCK_DGRAM, 0));
  MUST (
      setsockopt (fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program));
  FILLED (got);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, SO_GET_FILTER, got, &length), 0);
  EXPECT_EQ (length, 1);
  EXPECT_BYTES (got, &code, sizeof code);
  EXPECT_UNTOUCHED (got + 1, got + 2);
}

CASE (setsockopt, filter_without_return, "kernel net/core/filter.c", "2.2",
      .needs = NEEDS_LAYOUT)
{
  struct sock_filter code = { 0, 0, 0, 1 };
  struct sock_fprog program = { 1, &code };
  int fd = MUST (socket (AF_INET, SOCK_DGRAM, 0));
  EXPECT_ERR (
      setsockopt (fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program),
      EINVAL);
}

CASE (setsockopt, filter_detach_none, "kernel net/core/filter.c", "2.6.0",
      .differs = "socket(7) does not have ENOENT")
{
  int fd = MUST (socket (AF_INET, SOCK_DGRAM, 0));
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_DETACH_FILTER, &(int){ 0 }, 4),
              ENOENT);
}

CASE (setsockopt, lock_filter_twice, "socket(7)", "3.9")
{
  int fd = MUST (socket (AF_INET, SOCK_DGRAM, 0));
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, SO_LOCK_FILTER, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_LOCK_FILTER), 1);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_LOCK_FILTER, &(int){ 0 }, 4),
              EPERM);
}
