/* connect-wait.c - cases of connect: blocking and nonblocking.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A name to connect to, where the wait has no end: two clients are waiting
   there to be accepted, and a backlog of 1 has room for no third.  Before
   4.10 a third handshake was completed all the same, but not queued.  */
static struct sockaddr_in
no_answer (void)
{
  struct sockaddr_in where;
  need_backlog (1);
  int listener = inet_bound (SOCK_STREAM, &where);
  MUST (listen (listener, 1));
  for (int i = 0; i < 2; i++)
    {
      int left = 1;
      int fd = new_socket (AF_INET, SOCK_STREAM);
      MUST (connect (fd, &where, sizeof where));
      /* Once a byte has been confirmed, it is in the queue.  */
      MUST (send (fd, "", 1, 0));
      for (int ms = 0; left != 0 && ms < 5000; ms++)
        {
          pause_ms (1);
          MUST (ioctl (fd, SIOCOUTQ, &left));
        }
    }
  return where;
}

static int
tcp (int flags)
{
  return MUST (socket (AF_INET, SOCK_STREAM | flags, 0));
}

/* The events of poll on FD, once it reports POLLOUT, within 5 seconds.  */
static int
outcome (int fd)
{
  struct pollfd ready = { .fd = fd, .events = POLLOUT };
  EXPECT_RET (poll (&ready, 1, 5000), 1);
  return ready.revents;
}

/* The same for a connection that is refused: the error may be there before the
   state.  */
static int
refusal (int fd)
{
  int events = outcome (fd);
  for (int ms = 0; !(events & POLLHUP) && ms < 5000; ms++)
    {
      pause_ms (1);
      events = outcome (fd);
    }
  return events;
}

/* --- Nonblocking.  */

CASE (connect, nonblock, "connect(2)", "2.6.27")
{
  struct sockaddr_in where;
  EXPECT (tcp_listener (&where) >= 0);
  int fd = tcp (SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_EQ (outcome (fd), POLLOUT);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
}

/* The first call after the connection is made returns 0.  */
CASE (connect, nonblock_again_when_done, "kernel net/ipv4/af_inet.c", "2.6.27",
      NEEDS_NOTHING, "connect(2) has EISCONN at once")
{
  struct sockaddr_in where;
  EXPECT (tcp_listener (&where) >= 0);
  int fd = tcp (SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_EQ (outcome (fd), POLLOUT);
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
  EXPECT_ERR (connect (fd, &where, sizeof where), EISCONN);
}

CASE (connect, nonblock_again_meanwhile, "connect(2)", "4.10")
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_ERR (connect (fd, &where, sizeof where), EALREADY);
  EXPECT_ERR (connect (fd, &where, sizeof where), EALREADY);
}

CASE (connect, nonblock_refused, "connect(2)", "2.6.27")
{
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  int fd = tcp (SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_FLAGS (refusal (fd), POLLOUT | POLLERR | POLLHUP, POLLNVAL);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ERROR), 0);
}

/* And the next connect in its place.  */
CASE (connect, nonblock_refused_told_by_connect, "kernel net/ipv4/af_inet.c",
      "2.6.27", NEEDS_NOTHING,
      "connect(2) has SO_ERROR alone to tell the failure")
{
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  int fd = tcp (SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_FLAGS (refusal (fd), POLLERR, 0);
  EXPECT_ERR (connect (fd, &where, sizeof where), ECONNREFUSED);
}

CASE (connect, nonblock_has_no_peer_yet, "getpeername(2)", "4.10")
{
  struct sockaddr_in where = no_answer ();
  socklen_t length = sizeof where;
  int fd = tcp (SOCK_NONBLOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_ERR (getpeername (fd, &where, &length), ENOTCONN);
}

/* Datagrams have nothing to wait for.  */
CASE (connect, nonblock_datagram, "connect(2)", "2.6.27")
{
  struct sockaddr_in where = loopback (htons (9));
  int fd = MUST (socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0));
  EXPECT_RET (connect (fd, &where, sizeof where), 0);
}

/* --- Blocking.  */

CASE (connect, interrupted, "connect(2)", "4.10")
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (0);
  signal_in (60, 0);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINTR);
}

/* Not as EALREADY: the wait goes on.  */
CASE (connect, restarted, "signal(7)", "4.10")
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (0);
  end_when_restarted ();
  EXPECT_ERR (connect (fd, &where, sizeof where), EINTR);
  EXPECT_RANGE (signals_seen (), 2, NO_LIMIT);
}

/* The attempt continues without the call.  */
CASE (connect, interrupted_goes_on, "POSIX", "4.10", NEEDS_NOTHING,
      "connect(2) does not say that the attempt goes on after EINTR")
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (0);
  signal_in (60, 0);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINTR);
  set_nonblock (fd);
  EXPECT_ERR (connect (fd, &where, sizeof where), EALREADY);
}

CASE (connect, timeout, "socket(7)", "4.10", NEEDS_LAYOUT)
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (0);
  long start = tick_ms ();
  end_wait_in (fd, SO_SNDTIMEO, 100);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_RANGE (tick_ms () - start, 50, NO_LIMIT);
}

CASE (connect, timeout_again, "kernel net/ipv4/af_inet.c", "4.10",
      NEEDS_LAYOUT)
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (0);
  end_wait_in (fd, SO_SNDTIMEO, 60);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINPROGRESS);
  EXPECT_ERR (connect (fd, &where, sizeof where), EALREADY);
}

CASE (connect, not_restarted_with_timeout, "signal(7)", "4.10", NEEDS_LAYOUT)
{
  struct sockaddr_in where = no_answer ();
  int fd = tcp (0);
  end_wait_in (fd, SO_SNDTIMEO, 60000);
  signal_in (60, SA_RESTART);
  EXPECT_ERR (connect (fd, &where, sizeof where), EINTR);
}

/* --- AF_UNIX, where a call only waits for room in the queue.  */

/* A name whose listener has no room: a backlog of 1 has room for two.  */
static socklen_t
full (struct sockaddr_un *name, int *listener)
{
  socklen_t length = abstract_name (name, 'a');
  need_backlog (1);
  *listener = unix_listener (SOCK_STREAM, name, length, 1);
  for (int i = 0; i < 2; i++)
    MUST (connect (new_socket (AF_UNIX, SOCK_STREAM), name, length));
  return length;
}

CASE (connect, unix_backlog_full_nonblock, "connect(2)", "2.6.27")
{
  struct sockaddr_un name;
  int listener;
  socklen_t length = full (&name, &listener);
  int fd = MUST (socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (connect (fd, &name, length), EAGAIN);
}

CASE (connect, unix_backlog_counts, "kernel net/unix/af_unix.c", "2.6.27",
      NEEDS_NOTHING, "listen(2) has the backlog as the most there can be")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  need_backlog (3);
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 3) >= 0);
  for (int i = 0; i < 5; i++)
    {
      int fd = MUST (socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
      EXPECT_RET (connect (fd, &name, length), i < 4 ? 0 : -EAGAIN);
    }
}

/* Room is made by accept, and by listen.  */
CASE (connect, unix_backlog_room_again, "unix(7)", "2.6.27")
{
  struct sockaddr_un name;
  int listener;
  socklen_t length = full (&name, &listener);
  int fd = MUST (socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (connect (fd, &name, length), EAGAIN);
  MUST (accept (listener, 0, 0));
  EXPECT_RET (connect (fd, &name, length), 0);
}

CASE (connect, unix_backlog_full_waits, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  int listener;
  socklen_t length = full (&name, &listener);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  long start = now_ms ();
  int child = fork ();
  if (child == 0)
    {
      pause_ms (60);
      EXPECT_RANGE (accept (listener, 0, 0), 3, 1024);
      _exit (0);
    }
  EXPECT_RET (connect (fd, &name, length), 0);
  EXPECT_RANGE (now_ms () - start, 50, NO_LIMIT);
  EXPECT_EQ (end_of (child), 0);
}

CASE (connect, unix_backlog_full_interrupted, "connect(2)", "2.2")
{
  struct sockaddr_un name;
  int listener;
  socklen_t length = full (&name, &listener);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  signal_in (60, 0);
  EXPECT_ERR (connect (fd, &name, length), EINTR);
}

CASE (connect, unix_backlog_full_timeout, "socket(7)", "2.4", NEEDS_LAYOUT)
{
  struct sockaddr_un name;
  int listener;
  socklen_t length = full (&name, &listener);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  end_wait_in (fd, SO_SNDTIMEO, 60);
  EXPECT_ERR (connect (fd, &name, length), EAGAIN);
}

/* The listener is closed, with the child, during the wait for room.  */
CASE (connect, unix_listener_goes, "kernel net/unix/af_unix.c", "2.2")
{
  struct sockaddr_un name;
  int listener;
  socklen_t length = full (&name, &listener);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  int child = fork ();
  if (child == 0)
    {
      pause_ms (60);
      _exit (0);
    }
  close (listener);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
  EXPECT_EQ (end_of (child), 0);
}
