/* send-blocking.c - cases of sending where there is no room.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define MUCH (1 << 18)
static char much[MUCH];

/* Read from FD, which is not a call being tried, until COUNT bytes came.  */
static void
drain (int fd, long count)
{
  static char room[MUCH];
  while (count > 0)
    count -= MUST (read (fd, room, sizeof room));
}

/* Two TCP sockets that take little; the other end does not read.  */
static void
small_tcp_pair (int fd[2])
{
  tcp_pair (fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  set_int_option (fd[1], SOL_SOCKET, SO_RCVBUF, 0);
}

/* --- Without waiting.  */

CASE (send, dontwait_full_stream, "send(2)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  drain (fd[1], fill_up (fd[0]));
  EXPECT_RET (send (fd[0], "a", 1, MSG_DONTWAIT), 1);
  fill_up (fd[0]);
  EXPECT_EQ (fd_flags (fd[0]), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_DONTWAIT), EAGAIN);
}

CASE (send, nonblock_full_stream, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  fill_up (fd[0]);
  set_nonblock (fd[0]);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EAGAIN);
}

/* The receiver's queue is full: net.unix.max_dgram_qlen.  */
CASE (send, dontwait_full_unix_datagram, "unix(7)", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_DGRAM, fd);
  fill_up (fd[0]);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 1);
}

CASE (send, dontwait_full_seqpacket, "unix(7)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  fill_up (fd[0]);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_DONTWAIT), EAGAIN);
}

/* As much as fits.  */
CASE (send, dontwait_partial_stream, "POSIX", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  EXPECT_RANGE (send (fd[0], much, MUCH, MSG_DONTWAIT), 1, MUCH - 1);
}

CASE (send, dontwait_partial_tcp, "POSIX", "2.2")
{
  int fd[2];
  small_tcp_pair (fd);
  EXPECT_RANGE (send (fd[0], much, MUCH, MSG_DONTWAIT), 1, MUCH - 1);
}

/* --- Waiting.  */

CASE (send, waits_for_room_stream, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  long count = fill_up (fd[0]);
  long start = now_ms ();
  if (fork () == 0)
    {
      pause_ms (60);
      drain (fd[1], count);
      _exit (0);
    }
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  EXPECT_RANGE (now_ms () - start, 50, NO_LIMIT);
}

CASE (send, waits_for_room_unix_datagram, "unix(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  long count = fill_up (fd[0]);
  long start = now_ms ();
  if (fork () == 0)
    {
      pause_ms (60);
      drain (fd[1], count);
      _exit (0);
    }
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  EXPECT_RANGE (now_ms () - start, 50, NO_LIMIT);
}

/* A call that waits sends all of it.  */
CASE (send, waits_for_all_stream, "POSIX", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  if (fork () == 0)
    {
      drain (fd[1], MUCH);
      _exit (0);
    }
  EXPECT_RET (send (fd[0], much, MUCH, 0), MUCH);
}

CASE (send, waits_for_all_tcp, "POSIX", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  if (fork () == 0)
    {
      drain (fd[1], MUCH);
      _exit (0);
    }
  EXPECT_RET (send (fd[0], much, MUCH, 0), MUCH);
}

/* --- Signals and time-outs.  */

CASE (send, signal_while_waiting, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  fill_up (fd[0]);
  signal_in (60, 0);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EINTR);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (send, signal_restarts, "signal(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  long count = fill_up (fd[0]);
  signal_in (50, SA_RESTART);
  if (fork () == 0)
    {
      after_signal ();
      drain (fd[1], count);
      _exit (0);
    }
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

/* The bytes sent so far are returned, not the signal.  */
CASE (send, signal_after_a_part_stream, "POSIX", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  signal_in (60, SA_RESTART);
  EXPECT_RANGE (send (fd[0], much, MUCH, 0), 1, MUCH - 1);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (send, signal_after_a_part_tcp, "POSIX", "1.0")
{
  int fd[2];
  small_tcp_pair (fd);
  signal_in (60, SA_RESTART);
  EXPECT_RANGE (send (fd[0], much, MUCH, 0), 1, MUCH - 1);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (send, timeout, "socket(7)", "2.4", NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_SNDTIMEO, 100);
  fill_up (fd[0]);
  long start = tick_ms ();
  EXPECT_ERR (send (fd[0], "a", 1, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - start, 50, NO_LIMIT);
}

CASE (send, timeout_unix_datagram, "socket(7)", "2.4", NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  end_wait_in (fd[0], SO_SNDTIMEO, 100);
  fill_up (fd[0]);
  long start = tick_ms ();
  EXPECT_ERR (send (fd[0], "a", 1, 0), EAGAIN);
  EXPECT_RANGE (tick_ms () - start, 50, NO_LIMIT);
}

CASE (send, timeout_after_a_part, "socket(7)", "2.4", NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_SNDTIMEO, 100);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  EXPECT_RANGE (send (fd[0], much, MUCH, 0), 1, MUCH - 1);
}

/* A call with a timeout is not restarted.  */
CASE (send, timeout_and_signal, "signal(7)", "2.4", NEEDS_LAYOUT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  end_wait_in (fd[0], SO_SNDTIMEO, 60000);
  fill_up (fd[0]);
  signal_in (60, SA_RESTART);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EINTR);
}

/* --- The connection ends during the wait.  */

CASE (send, shutdown_while_waiting, "POSIX", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  fill_up (fd[0]);
  if (fork () == 0)
    {
      pause_ms (60);
      MUST (shutdown (fd[0], SHUT_WR));
      _exit (0);
    }
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

/* ECONNRESET, as the peer has not read all; EPIPE if it closed before the call
   began to wait.  */
CASE (send, peer_closes_while_waiting, "POSIX", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  fill_up (fd[0]);
  if (fork () == 0)
    {
      pause_ms (60);
      _exit (0);
    }
  close (fd[1]);
  long got = send (fd[0], "a", 1, MSG_NOSIGNAL);
  EXPECT (got == -ECONNRESET || got == -EPIPE);
}
