/* shutdown-wait.c - cases of shutdown: those who wait wake.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (shutdown, wakes_accept, "kernel net/ipv4/af_inet.c", "2.2")
{
  int fd = tcp_listener (NULL);
  if (fork () == 0)
    {
      pause_ms (60);
      MUST (shutdown (fd, SHUT_RD));
      _exit (0);
    }
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
}

CASE (shutdown, wakes_recv, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  if (fork () == 0)
    {
      pause_ms (60);
      MUST (shutdown (fd[0], SHUT_RD));
      _exit (0);
    }
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 0);
}

CASE (shutdown, wakes_recv_of_a_peer, "shutdown(2)", "2.2")
{
  int fd[2];
  char byte;
  tcp_pair (fd);
  if (fork () == 0)
    {
      pause_ms (60);
      MUST (shutdown (fd[1], SHUT_WR));
      _exit (0);
    }
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 0);
}
