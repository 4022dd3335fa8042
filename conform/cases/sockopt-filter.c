/* sockopt-filter.c - filters of sockets: socket(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* return K;  */
#define RETURN(k) { 6, 0, 0, (k) }

CASE (setsockopt, filter_cuts_datagrams, "socket(7)", "2.6.39", NEEDS_LAYOUT)
{
  int fd[2];
  char room[8];
  struct sock_filter code = RETURN (3);
  struct sock_fprog program;
  unix_pair (SOCK_DGRAM, fd);
  FILLED (program);
  program.len = 1;
  program.filter = &code;
  EXPECT_RET (setsockopt (fd[1], SOL_SOCKET, SO_ATTACH_FILTER, &program,
                          sizeof program),
              0);
  EXPECT_RET (send (fd[0], "abcdef", 6, 0), 6);
  EXPECT_RET (recv (fd[1], room, sizeof room, 0), 3);
}

CASE (setsockopt, filter_drops_datagrams, "socket(7)", "2.2", NEEDS_LAYOUT)
{
  int fd[2];
  char room[8];
  struct sock_filter code = RETURN (0);
  struct sock_fprog program = { 1, &code };
  udp_pair (fd);
  EXPECT_RET (setsockopt (fd[1], SOL_SOCKET, SO_ATTACH_FILTER, &program,
                          sizeof program),
              0);
  EXPECT_RET (send (fd[0], "abcdef", 6, 0), 6);
  EXPECT_ERR (recv (fd[1], room, sizeof room, MSG_DONTWAIT), EAGAIN);
}

/* The count is one of instructions, not of bytes.  */
CASE (getsockopt, filter_read_back, "kernel net/core/filter.c", "3.8",
      NEEDS_LAYOUT)
{
  struct sock_filter code = RETURN (3), got[2];
  struct sock_fprog program = { 1, &code };
  socklen_t length = 2;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (
      setsockopt (fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program));
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_GET_FILTER, got, &length), 0);
  EXPECT_EQ (length, 1);
  EXPECT_BYTES (got, &code, sizeof code);
  EXPECT_UNTOUCHED (got + 1, got + 2);
}

CASE (setsockopt, filter_without_return, "kernel net/core/filter.c", "2.2",
      NEEDS_LAYOUT)
{
  struct sock_filter code = { 0, 0, 0, 1 };
  struct sock_fprog program = { 1, &code };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program),
      EINVAL);
}

CASE (setsockopt, filter_detach_none, "kernel net/core/filter.c", "2.6.0",
      NEEDS_NOTHING, "socket(7) does not have this ENOENT")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_DETACH_FILTER, &(int){ 0 }, 4),
              ENOENT);
}

CASE (setsockopt, lock_filter_twice, "socket(7)", "3.9")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_LOCK_FILTER, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_LOCK_FILTER), 1);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_LOCK_FILTER, &(int){ 0 }, 4),
              EPERM);
}
