/* sockopt-time.c - SO_RCVTIMEO and SO_SNDTIMEO, in both forms.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Values.  The old form is of two longs.  */

CASE (getsockopt, rcvtimeo_none, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  struct timeval got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.tv_sec, 0);
  EXPECT_EQ (got.tv_usec, 0);
}

CASE (setsockopt, rcvtimeo, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  struct timeval want = { 3, 500000 }, got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &want, sizeof want),
              0);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &got, &length), 0);
  EXPECT_EQ (got.tv_sec, 3);
  EXPECT_EQ (got.tv_usec, 500000);
}

CASE (setsockopt, sndtimeo, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  struct timeval want = { 7, 500000 }, got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_SNDTIMEO_OLD, &want, sizeof want),
              0);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_SNDTIMEO_OLD, &got, &length), 0);
  EXPECT_EQ (got.tv_sec, 7);
  EXPECT_EQ (got.tv_usec, 500000);
}

/* The new form is of two 64-bit numbers on every architecture, and both
   access the same timeout.  */
CASE (setsockopt, rcvtimeo_new, "kernel net/core/sock.c", "5.1")
{
  int64_t want[2] = { 3, 500000 }, got[2];
  socklen_t length = sizeof got;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  FILLED (got);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, want, sizeof want),
              0);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got[0], 3);
  EXPECT_EQ (got[1], 500000);
}

CASE (setsockopt, rcvtimeo_new_read_as_old, "kernel net/core/sock.c", "5.1",
      NEEDS_LAYOUT)
{
  int64_t want[2] = { 3, 500000 };
  struct timeval got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  MUST (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, want, sizeof want));
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &got, &length), 0);
  EXPECT_EQ (got.tv_sec, 3);
  EXPECT_EQ (got.tv_usec, 500000);
}

CASE (setsockopt, rcvtimeo_usec_a_million, "kernel net/core/sock.c", "2.6.22",
      NEEDS_LAYOUT, "socket(7) does not have EDOM")
{
  struct timeval want = { 0, 1000000 };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &want, sizeof want),
              EDOM);
}

CASE (setsockopt, sndtimeo_usec_negative, "kernel net/core/sock.c", "2.6.22",
      NEEDS_LAYOUT, "socket(7) does not have EDOM")
{
  struct timeval want = { 1, -1 };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_SNDTIMEO_OLD, &want, sizeof want),
              EDOM);
}

CASE (setsockopt, rcvtimeo_new_usec_a_million, "kernel net/core/sock.c", "5.1")
{
  int64_t want[2] = { 0, 1000000 };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, want, sizeof want),
              EDOM);
}

/* Microseconds beyond 32 bits are too many, too.  */
CASE (setsockopt, rcvtimeo_new_usec_wide, "kernel net/core/sock.c", "5.1")
{
  int64_t want[2] = { 0, 1LL << 32 };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, want, sizeof want),
              EDOM);
}

CASE (setsockopt, rcvtimeo_short, "kernel net/core/sock.c", "2.3.41",
      NEEDS_LAYOUT)
{
  struct timeval want = { 1, 0 };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &want, sizeof want - 1),
      EINVAL);
}

CASE (setsockopt, rcvtimeo_new_short, "kernel net/core/sock.c", "5.1")
{
  int64_t want[2] = { 1, 0 };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, want, sizeof want - 1),
      EINVAL);
}

/* --- Effects.  */

CASE (recv, rcvtimeo_over, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  int fd[2];
  char byte;
  long from = tick_ms ();
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_RCVTIMEO_OLD, 100);
  EXPECT_ERR (recv (fd[0], &byte, 1, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - from, 50, NO_LIMIT);
}

CASE (recv, rcvtimeo_new_over, "kernel net/core/sock.c", "5.1")
{
  int64_t time[2] = { 0, 100000 };
  char byte;
  long from = tick_ms ();
  int fd = inet_bound (SOCK_DGRAM, NULL);
  MUST (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_NEW, time, sizeof time));
  EXPECT_ERR (recv (fd, &byte, 1, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - from, 50, NO_LIMIT);
}

/* The buffer is filled without waiting first.  */
CASE (send, sndtimeo_over, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  int fd[2];
  static char block[4096];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 4096);
  end_wait_in (fd[0], SO_SNDTIMEO_OLD, 100);
  while (send (fd[0], block, sizeof block, MSG_DONTWAIT) > 0)
    ;
  long from = tick_ms ();
  EXPECT_ERR (send (fd[0], block, sizeof block, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - from, 50, NO_LIMIT);
}

/* A negative time is over at once.  */
CASE (recv, rcvtimeo_negative, "kernel net/core/sock.c", "2.6.22",
      NEEDS_LAYOUT, "socket(7) does not say what a negative time does")
{
  struct timeval time = { -1, 0 };
  char byte;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO_OLD, &time, sizeof time),
              0);
  EXPECT_ERR (recv (fd, &byte, 1, 0), EAGAIN);
}
