/* recv-waits.c - tests of recv where there is nothing to receive.  */
/* SPDX-License-Identifier: MIT */

#include "sockets.h"

#include <sys/time.h>

static void
on_signal (int number)
{
  (void)number;
}

/* Signals for PARENT every 2 ms, until it is gone or ends this child.  */
static pid_t
signaller (pid_t parent)
{
  static const struct timespec nap = { 0, 2000000 };
  pid_t child = fork ();
  if (child)
    return child;
  for (int i = 0; i < 10000 && kill (parent, SIGUSR1) == 0; i++)
    nanosleep (&nap, NULL);
  _exit (0);
}

TEST (would_wait_for_data)
{
  int fd[2];
  char got[4];
  udp_pair (fd);
  EXPECT_ERR (recv (fd[0], got, sizeof got, MSG_DONTWAIT), EAGAIN);
  EXPECT_EQ (fcntl (fd[0], F_SETFL, O_NONBLOCK), 0);
  EXPECT_ERR (recv (fd[0], got, sizeof got, 0), EAGAIN);
}

TEST (misses_a_peer)
{
  char got[4];
  int tcp = open_socket (AF_INET, SOCK_STREAM);
  int stream = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (recv (tcp, got, sizeof got, 0), ENOTCONN);
  EXPECT_ERR (recv (stream, got, sizeof got, 0), EINVAL);
}

TEST (learns_that_a_port_is_closed)
{
  int fd[2];
  char got[4];
  udp_pair (fd);
  close (fd[1]);
  EXPECT_EQ (send (fd[0], "a", 1, 0), 1);
  struct pollfd failed = { .fd = fd[0], .events = POLLIN };
  EXPECT_EQ (poll (&failed, 1, 10000), 1);
  EXPECT_ERR (recv (fd[0], got, sizeof got, 0), ECONNREFUSED);
}

/* Even with SA_RESTART, where the socket has a timeout.  */
TEST (is_interrupted)
{
  struct timeval timeout = { 60, 0 };
  struct sigaction action;
  int fd[2], status;
  char got[4];
  memset (&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (
      setsockopt (fd[0], SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout),
      0);
  EXPECT_EQ (sigaction (SIGUSR1, &action, NULL), 0);
  pid_t child = signaller (getpid ());
  errno = 0;
  ssize_t count = recv (fd[0], got, sizeof got, 0);
  int code = errno;
  kill (child, SIGKILL);
  while (waitpid (child, &status, 0) != child)
    continue;
  EXPECT_EQ (count, -1);
  EXPECT_EQ (code, EINTR);
}

SUITE (recv_waits, CASE (would_wait_for_data), CASE (misses_a_peer),
       CASE (learns_that_a_port_is_closed), CASE (is_interrupted))
