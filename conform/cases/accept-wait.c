/* accept-wait.c - cases of accept: waiting.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Another process connects to WHERE in MS milliseconds; if that is negative,
   after the signal of signal_in.  */
static int
client_in (int ms, const struct sockaddr_in *where)
{
  int child = fork ();
  if (child != 0)
    return child;
  if (ms < 0)
    after_signal ();
  else
    pause_ms (ms);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (connect (fd, where, sizeof *where), 0);
  _exit (0);
}

CASE (accept, waits_for_a_client, "accept(2)", "1.0")
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  long start = now_ms ();
  int child = client_in (60, &where);
  EXPECT_RANGE (accept (fd, 0, 0), 3, 1024);
  EXPECT_RANGE (now_ms () - start, 50, NO_LIMIT);
  EXPECT_EQ (end_of (child), 0);
}

CASE (accept, unix_waits_for_a_client, "accept(2)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  long start = now_ms ();
  int child = fork ();
  if (child == 0)
    {
      pause_ms (60);
      int client = new_socket (AF_UNIX, SOCK_STREAM);
      EXPECT_RET (connect (client, &name, length), 0);
      _exit (0);
    }
  EXPECT_RANGE (accept (fd, 0, 0), 3, 1024);
  EXPECT_RANGE (now_ms () - start, 50, NO_LIMIT);
  EXPECT_EQ (end_of (child), 0);
}

CASE (accept, interrupted, "accept(2)", "1.0")
{
  int fd = tcp_listener (NULL);
  signal_in (60, 0);
  EXPECT_ERR (accept (fd, 0, 0), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (accept4, interrupted, "accept(2)", "2.6.28")
{
  int fd = tcp_listener (NULL);
  signal_in (60, 0);
  EXPECT_ERR (accept4 (fd, 0, 0, SOCK_CLOEXEC), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (accept, unix_interrupted, "accept(2)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  signal_in (60, 0);
  EXPECT_ERR (accept (fd, 0, 0), EINTR);
}

/* The kernel restarts the wait, and the client connects after the signal.  */
CASE (accept, restarted, "signal(7)", "1.0")
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  signal_in (40, SA_RESTART);
  int child = client_in (-1, &where);
  EXPECT_RANGE (accept (fd, 0, 0), 3, 1024);
  EXPECT_RANGE (signals_seen (), 1, 100);
  EXPECT_EQ (end_of (child), 0);
}

/* A wait with a timeout is not restarted.  */
CASE (accept, not_restarted_with_timeout, "signal(7)", "2.6.12", NEEDS_LAYOUT)
{
  int fd = tcp_listener (NULL);
  end_wait_in (fd, SO_RCVTIMEO, 60000);
  signal_in (60, SA_RESTART);
  EXPECT_ERR (accept (fd, 0, 0), EINTR);
}

CASE (accept, timeout, "socket(7)", "2.4", NEEDS_LAYOUT)
{
  int fd = tcp_listener (NULL);
  long start = tick_ms ();
  end_wait_in (fd, SO_RCVTIMEO, 100);
  EXPECT_ERR (accept (fd, 0, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - start, 50, NO_LIMIT);
}

CASE (accept, unix_timeout, "socket(7)", "2.4", NEEDS_LAYOUT)
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  long start = tick_ms ();
  end_wait_in (fd, SO_RCVTIMEO, 100);
  EXPECT_ERR (accept (fd, 0, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - start, 50, NO_LIMIT);
}

/* Shutting a listener down wakes a waiting accept.  */
CASE (accept, woken_by_shutdown, "kernel net/ipv4/inet_connection_sock.c",
      "2.2", NEEDS_NOTHING,
      "shutdown(2) does not say what it does to a listener")
{
  int fd = tcp_listener (NULL);
  int child = fork ();
  if (child == 0)
    {
      pause_ms (60);
      EXPECT_RET (shutdown (fd, SHUT_RDWR), 0);
      _exit (0);
    }
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
  EXPECT_EQ (end_of (child), 0);
}

/* poll reports a client as readable.  */
CASE (accept, polled, "poll(2)", "2.2")
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  struct pollfd ready = { .fd = fd, .events = POLLIN };
  EXPECT_RET (poll (&ready, 1, 0), 0);
  int child = client_in (0, &where);
  EXPECT_RET (poll (&ready, 1, 5000), 1);
  EXPECT_EQ (ready.revents, POLLIN);
  EXPECT_EQ (end_of (child), 0);
  set_nonblock (fd);
  EXPECT_RANGE (accept (fd, 0, 0), 3, 1024);
}

CASE (accept4, restarted, "signal(7)", "2.6.28")
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  signal_in (50, SA_RESTART);
  int child = client_in (-1, &where);
  EXPECT_EQ (fd_flags (MUST (accept4 (fd, 0, 0, SOCK_CLOEXEC))), SOCK_CLOEXEC);
  EXPECT_RANGE (signals_seen (), 1, 100);
  EXPECT_EQ (end_of (child), 0);
}

CASE (accept, fd_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  EXPECT_ERR (accept (DIRTY_HIGH (inet_bound (SOCK_DGRAM, NULL)), 0, 0),
              EOPNOTSUPP);
}
