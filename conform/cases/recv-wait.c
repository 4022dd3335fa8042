/* recv-wait.c - cases of recv: waiting, and its end.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* --- Data.  */

CASE (recv, waits_for_data, "recv(2)", "1.0")
{
  int fd[2];
  long begun = now_ms ();
  unix_pair (SOCK_STREAM, fd);
  write_in (50, fd[1], "abc", 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RANGE (now_ms () - begun, 49, NO_LIMIT);
}

CASE (recv, waits_for_datagram, "recv(2)", "1.0")
{
  int fd[2];
  long begun = now_ms ();
  udp_pair (fd);
  write_in (50, fd[1], "abc", 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RANGE (now_ms () - begun, 49, NO_LIMIT);
}

CASE (recv, waitall_unix_stream, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  write_in (50, fd[1], "def", 3);
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL), 6);
  EXPECT_BYTES (room, "abcdef", 6);
}

CASE (recv, waitall_tcp, "recv(2)", "2.2")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  write_in (50, fd[1], "def", 3);
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL), 6);
  EXPECT_BYTES (room, "abcdef", 6);
}

/* --- Ends.  */

CASE (recv, end_while_waiting, "recv(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  if (fork () == 0)
    {
      pause_ms (50);
      _exit (0);
    }
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, shut_while_waiting_unix, "shutdown(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  if (fork () == 0)
    {
      pause_ms (50);
      EXPECT_RET (shutdown (fd[0], SHUT_RD), 0);
      _exit (0);
    }
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  pause_ms (20);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

CASE (recv, shut_while_waiting_udp, "shutdown(2)", "2.6.12")
{
  int fd[2];
  udp_pair (fd);
  if (fork () == 0)
    {
      pause_ms (50);
      EXPECT_RET (shutdown (fd[0], SHUT_RD), 0);
      _exit (0);
    }
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
  pause_ms (20);
  EXPECT_RET (recv (fd[0], room, 64, 0), 0);
}

/* --- Signals.  */

CASE (recv, signal, "signal(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  signal_in (100, 0);
  EXPECT_ERR (recv (fd[0], room, 64, 0), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (recv, signal_udp, "signal(7)", "1.0")
{
  int fd = inet_bound (SOCK_DGRAM, NULL);
  signal_in (100, 0);
  EXPECT_ERR (recv (fd, room, 64, 0), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (recv, signal_tcp, "signal(7)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  signal_in (100, 0);
  EXPECT_ERR (recv (fd[0], room, 64, 0), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (recv, signal_with_restart, "signal(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  signal_in (50, SA_RESTART);
  write_after_signal (fd[1], "abc", 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (recv, signal_with_restart_tcp, "signal(7)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  signal_in (50, SA_RESTART);
  write_after_signal (fd[1], "abc", 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

/* One without a handler is not noticed.  */
CASE (recv, signal_ignored, "signal(7)", "1.0")
{
  const struct itimerval soon = { { 0, 0 }, { 0, 50000 } };
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  ignore_signal (SIGALRM);
  MUST (setitimer (ITIMER_REAL, &soon, 0));
  write_in (150, fd[1], "abc", 3);
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
}

/* Data already received is returned, and not lost with the error.  */
CASE (recv, signal_during_waitall, "recv(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  signal_in (100, 0);
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL), 3);
}

CASE (recv, signal_during_waitall_tcp, "recv(2)", "2.2")
{
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  signal_in (100, SA_RESTART);
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL), 3);
}

/* --- SO_RCVTIMEO.  */

CASE (recv, timeout_udp, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  int fd = inet_bound (SOCK_DGRAM, NULL);
  end_wait_in (fd, SO_RCVTIMEO, 100);
  long begun = tick_ms ();
  EXPECT_ERR (recv (fd, room, 64, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - begun, 50, NO_LIMIT);
}

CASE (recv, timeout_tcp, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  int fd[2];
  tcp_pair (fd);
  end_wait_in (fd[0], SO_RCVTIMEO, 100);
  long begun = tick_ms ();
  EXPECT_ERR (recv (fd[0], room, 64, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - begun, 50, NO_LIMIT);
}

CASE (recv, timeout_during_waitall, "socket(7)", "2.3.41", NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_RCVTIMEO, 50);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 6, MSG_WAITALL), 3);
}

/* The timeout would start again, so the call is not restarted.  */
CASE (recv, timeout_and_signal_with_restart, "signal(7)", "2.6.12",
      NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_RCVTIMEO, 60000);
  signal_in (100, SA_RESTART);
  EXPECT_ERR (recv (fd[0], room, 64, 0), EINTR);
}

CASE (recv, timeout_and_signal_with_restart_udp, "signal(7)", "2.6.12",
      NEEDS_LAYOUT)
{
  int fd = inet_bound (SOCK_DGRAM, NULL);
  end_wait_in (fd, SO_RCVTIMEO, 60000);
  signal_in (100, SA_RESTART);
  EXPECT_ERR (recv (fd, room, 64, 0), EINTR);
}

/* --- SO_RCVLOWAT.  */

CASE (recv, lowat_unix_stream, "socket(7)", "2.4")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_RCVLOWAT, 4);
  MUST (send (fd[1], "abc", 3, 0));
  write_in (50, fd[1], "d", 1);
  EXPECT_RET (recv (fd[0], room, 64, 0), 4);
}

/* A waiting TCP receiver wakes only for the requested number of bytes,
   whatever it has received already.  */
CASE (recv, lowat_tcp, "socket(7)", "2.4")
{
  int fd[2];
  tcp_pair (fd);
  set_int_option (fd[0], SOL_SOCKET, SO_RCVLOWAT, 4);
  MUST (send (fd[1], "abc", 3, 0));
  write_in (50, fd[1], "defg", 4);
  EXPECT_RET (recv (fd[0], room, 64, 0), 7);
}

/* It never requires more than the buffer holds, and does not affect
   nonblocking calls.  */
CASE (recv, lowat_above_length, "socket(7)", "2.4")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_RCVLOWAT, 4);
  MUST (send (fd[1], "abcde", 5, 0));
  EXPECT_RET (recv (fd[0], room, 2, 0), 2);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

CASE (recv, lowat_of_datagram, "socket(7)", "2.4")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_RCVLOWAT, 10);
  MUST (send (fd[1], "abc", 3, 0));
  EXPECT_RET (recv (fd[0], room, 64, 0), 3);
}
