/* recv-stop.c - a waiting process is stopped and continued: signal(7).  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* Stop and continue a receiver, until it ends, or until WRITER, if there is
   one, sends it data; returns its exit status.  */
static int
stopped (int fd, int writer, int error)
{
  int child = fork ();
  if (child == 0)
    {
      EXPECT_RET (recv (fd, room, 3, 0), error);
      _exit (0);
    }
  int status = 0;
  do
    {
      pause_ms (60);
      MUST (kill (child, SIGSTOP));
      pause_ms (20);
      MUST (kill (child, SIGCONT));
      pause_ms (20);
      if (writer >= 0)
        {
          MUST (write (writer, "abc", 3));
          return end_of (child);
        }
    }
  while (wait4 (child, &status, WNOHANG, 0) == 0);
  return status;
}

/* The calls with a time of their own are among those that even a stop ends. */
CASE (recv, stopped_with_timeout, "signal(7)", "2.6.12", NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_RCVTIMEO, 60000);
  EXPECT_EQ (stopped (fd[0], -1, -EINTR), 0);
}

CASE (recv, stopped_without_timeout, "signal(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (stopped (fd[0], fd[1], 3), 0);
}
