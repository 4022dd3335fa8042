/* accept.c - cases of accept and accept4: errors and results.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A listener and, unless CLIENT is null, one that is connected to it, which
   accept is sure to find.  */
static int
pending (int *client)
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  if (client)
    {
      struct pollfd ready = { .fd = fd, .events = POLLIN };
      *client = new_socket (AF_INET, SOCK_STREAM);
      MUST (connect (*client, &where, sizeof where));
      EXPECT_RET (poll (&ready, 1, 5000), 1);
    }
  return fd;
}

/* --- Sockets that do not listen.  */

CASE (accept, tcp_not_listening, "accept(2)", "1.0")
{
  EXPECT_ERR (accept (inet_bound (SOCK_STREAM, NULL), 0, 0), EINVAL);
}

CASE (accept, unix_not_listening, "accept(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
}

CASE (accept, tcp_connected, "accept(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (accept (fd[1], 0, 0), EINVAL);
}

CASE (accept, inet_datagram, "accept(2)", "1.0")
{
  EXPECT_ERR (accept (inet_bound (SOCK_DGRAM, NULL), 0, 0), EOPNOTSUPP);
}

CASE (accept, unix_datagram, "accept(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (accept (fd, 0, 0), EOPNOTSUPP);
}

CASE (accept, tcp_listener_shut_down, "kernel net/ipv4/tcp.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) does not say what it does to a listener")
{
  int fd = pending (NULL);
  MUST (shutdown (fd, SHUT_RD));
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
}

CASE (accept, unix_listener_shut_down, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) does not say what it does to a listener")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  MUST (shutdown (fd, SHUT_RD));
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
}

/* --- Flags.  */

CASE (accept, nonblock_none_pending, "accept(2)", "1.0")
{
  int fd = pending (NULL);
  set_nonblock (fd);
  EXPECT_ERR (accept (fd, 0, 0), EAGAIN);
}

CASE (accept4, nonblock_none_pending, "accept(2)", "2.6.28")
{
  int fd = pending (NULL);
  set_nonblock (fd);
  EXPECT_ERR (accept4 (fd, 0, 0, 0), EAGAIN);
}

/* SOCK_NONBLOCK is for the new socket: a signal ends the wait here.  */
CASE (accept4, nonblock_is_not_the_listeners, "accept(2)", "2.6.28")
{
  int fd = pending (NULL);
  signal_in (60, 0);
  EXPECT_ERR (accept4 (fd, 0, 0, SOCK_NONBLOCK), EINTR);
}

/* At once: no client is connecting.  */
CASE (accept4, flags_unknown, "accept(2)", "2.6.28")
{
  int fd = pending (NULL);
  for (unsigned int bit = 1; bit != 0; bit <<= 1)
    if (!(bit & (SOCK_NONBLOCK | SOCK_CLOEXEC)))
      EXPECT_ERR (accept4 (fd, 0, 0, bit), EINVAL);
}

CASE (accept4, flags_unknown_leave_the_connection, "accept(2)", "2.6.28")
{
  int client, fd = pending (&client);
  EXPECT_ERR (accept4 (fd, 0, 0, SOCK_NONBLOCK | 1), EINVAL);
  EXPECT_RANGE (accept4 (fd, 0, 0, 0), 3, 1024);
}

CASE (accept, flags_not_inherited, "accept(2)", "2.2")
{
  int client, fd = pending (&client);
  set_nonblock (fd);
  MUST (fcntl (fd, F_SETFD, FD_CLOEXEC));
  int got = MUST (accept (fd, 0, 0));
  EXPECT_EQ (fd_flags (got), 0);
}

CASE (accept, unix_flags_not_inherited, "accept(2)", "2.6.27")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd
      = MUST (socket (AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  MUST (bind (fd, &name, length));
  MUST (listen (fd, 1));
  int client = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (client, &name, length));
  EXPECT_EQ (fd_flags (MUST (accept (fd, 0, 0))), 0);
}

CASE (accept4, flags_zero, "accept(2)", "2.6.28")
{
  int client, fd = pending (&client);
  EXPECT_EQ (fd_flags (MUST (accept4 (fd, 0, 0, 0))), 0);
}

CASE (accept4, nonblock, "accept(2)", "2.6.28")
{
  int client, fd = pending (&client);
  EXPECT_EQ (fd_flags (MUST (accept4 (fd, 0, 0, SOCK_NONBLOCK))),
             SOCK_NONBLOCK);
}

CASE (accept4, cloexec, "accept(2)", "2.6.28")
{
  int client, fd = pending (&client);
  EXPECT_EQ (fd_flags (MUST (accept4 (fd, 0, 0, SOCK_CLOEXEC))), SOCK_CLOEXEC);
}

CASE (accept4, nonblock_and_cloexec, "accept(2)", "2.6.28")
{
  int both = SOCK_NONBLOCK | SOCK_CLOEXEC;
  int client, fd = pending (&client);
  EXPECT_EQ (fd_flags (MUST (accept4 (fd, 0, 0, both))), both);
}

CASE (accept4, arguments_dirty_high, "kernel arch/x86", "2.6.28", NEEDS_WIDE)
{
  int client, fd = pending (&client);
  int got = MUST (accept4 (DIRTY_HIGH (fd), 0, 0, DIRTY_HIGH (SOCK_NONBLOCK)));
  EXPECT_EQ (fd_flags (got), SOCK_NONBLOCK);
}

/* --- The descriptor.  */

CASE (accept, lowest_free_fd, "POSIX", "1.0")
{
  int client, fd = pending (&client);
  int next = next_fd ();
  EXPECT_RET (accept (fd, 0, 0), next);
}

/* A client refused for lack of a descriptor can be accepted later.  */
CASE (accept, limit_keeps_the_connection, "kernel net/socket.c", "2.6.17")
{
  int client, fd = pending (&client);
  int spare = new_socket (AF_UNIX, SOCK_STREAM);
  limit_fds (next_fd ());
  EXPECT_ERR (accept (fd, 0, 0), EMFILE);
  close (spare);
  EXPECT_RET (accept (fd, 0, 0), spare);
}

CASE (accept, listener_stays_open, "accept(2)", "1.0")
{
  int client, fd = pending (&client);
  MUST (accept (fd, 0, 0));
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ACCEPTCONN), 1);
}

/* --- Clients and their states.  */

CASE (accept, option_inherited, "kernel net/core/sock.c", "2.2", NEEDS_NOTHING,
      "accept(2) does not list the options that are inherited")
{
  struct sockaddr_in where;
  int fd = tcp_listener (&where);
  set_int_option (fd, SOL_SOCKET, SO_KEEPALIVE, 1);
  int client = new_socket (AF_INET, SOCK_STREAM);
  MUST (connect (client, &where, sizeof where));
  int got = MUST (accept (fd, 0, 0));
  EXPECT_EQ (int_option (got, SOL_SOCKET, SO_KEEPALIVE), 1);
}

CASE (accept, tcp_in_order, "accept(2)", "1.0")
{
  struct sockaddr_in where, mine[3], from;
  need_backlog (3);
  int fd = tcp_listener (&where);
  for (int i = 0; i < 3; i++)
    {
      int client = inet_bound (SOCK_STREAM, &mine[i]);
      struct pollfd sent = { .fd = client, .events = POLLIN };
      MUST (connect (client, &where, sizeof where));
      /* Until it is in the queue.  */
      MUST (send (client, "", 1, 0));
      for (int left = 1; left != 0 && poll (&sent, 1, 1) >= 0;)
        MUST (ioctl (client, SIOCOUTQ, &left));
    }
  for (int i = 0; i < 3; i++)
    {
      socklen_t length = sizeof from;
      MUST (accept (fd, &from, &length));
      EXPECT_EQ (from.sin_port, mine[i].sin_port);
    }
}

CASE (accept, unix_in_order, "accept(2)", "2.6.4")
{
  struct sockaddr_un name, mine, from;
  socklen_t length = abstract_name (&name, 'a');
  need_backlog (3);
  int fd = unix_listener (SOCK_SEQPACKET, &name, length, 3);
  for (char letter = 'b'; letter < 'e'; letter++)
    {
      abstract_name (&mine, letter);
      int client = unix_bound (SOCK_SEQPACKET, &mine, length);
      MUST (connect (client, &name, length));
    }
  for (char letter = 'b'; letter < 'e'; letter++)
    {
      socklen_t got = sizeof from;
      abstract_name (&mine, letter);
      MUST (accept (fd, &from, &got));
      EXPECT_EQ (got, length);
      EXPECT_BYTES (&from, &mine, length);
    }
}

/* A client that has closed can still be accepted: its end is read.  */
CASE (accept, client_closed, "kernel net/ipv4/tcp_input.c", "2.2")
{
  char byte;
  int client, fd = pending (&client);
  close (client);
  int got = MUST (accept (fd, 0, 0));
  EXPECT_RET (recv (got, &byte, 1, 0), 0);
}

CASE (accept, unix_client_closed, "kernel net/unix/af_unix.c", "2.2")
{
  char byte;
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  int client = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (client, &name, length));
  close (client);
  int got = MUST (accept (fd, 0, 0));
  EXPECT_RET (recv (got, &byte, 1, 0), 0);
}

/* Other systems have ECONNABORTED for it.  */
CASE (accept, client_reset, "kernel net/ipv4/tcp_input.c", "2.2",
      NEEDS_NOTHING, "accept(2) has ECONNABORTED")
{
  char byte;
  struct linger at_once = { 1, 0 };
  int client, fd = pending (&client);
  MUST (setsockopt (client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once));
  close (client);
  int got = MUST (accept (fd, 0, 0));
  EXPECT_ERR (recv (got, &byte, 1, 0), ECONNRESET);
}

/* Data sent before accept can be received.  */
CASE (accept, client_sent_already, "tcp(7)", "1.0")
{
  char byte = 0;
  int client, fd = pending (&client);
  MUST (send (client, "x", 1, 0));
  int got = MUST (accept (fd, 0, 0));
  EXPECT_RET (recv (got, &byte, 1, 0), 1);
  EXPECT_EQ (byte, 'x');
}
