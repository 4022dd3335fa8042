/* send.c - cases of send: states, ends, lengths, buffers.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- No receiver.  */

CASE (send, unix_stream_unconnected, "send(2)", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (send (fd, "a", 1, MSG_NOSIGNAL), ENOTCONN);
}

CASE (send, unix_seqpacket_unconnected, "send(2)", "2.6.4")
{
  int fd = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_ERR (send (fd, "a", 1, MSG_NOSIGNAL), ENOTCONN);
}

CASE (send, unix_datagram_unconnected, "kernel net/unix/af_unix.c", "1.0",
      NEEDS_NOTHING,
      "send(2) has EDESTADDRREQ for what is not connection-mode")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (send (fd, "a", 1, 0), ENOTCONN);
}

CASE (send, udp_unconnected, "send(2)", "2.2")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (send (fd, "a", 1, 0), EDESTADDRREQ);
}

CASE (send, tcp_unconnected, "send(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (send (fd, "a", 1, MSG_NOSIGNAL), EPIPE);
}

CASE (send, tcp_listening, "send(2)", "1.0")
{
  EXPECT_ERR (send (tcp_listener (NULL), "a", 1, MSG_NOSIGNAL), EPIPE);
}

CASE (send, unix_listening, "send(2)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  EXPECT_ERR (send (fd, "a", 1, MSG_NOSIGNAL), ENOTCONN);
}

/* --- After the end of it: EPIPE, and SIGPIPE.  */

CASE (send, unix_stream_after_shutdown, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  count_signal (SIGPIPE, 0);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}

CASE (send, tcp_after_shutdown, "send(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  count_signal (SIGPIPE, 0);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}

CASE (send, signal_ends_the_process, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (shutdown (fd[0], SHUT_WR));
  int child = fork ();
  if (child == 0)
    {
      default_signal (SIGPIPE);
      EXPECT_RET (send (fd[0], "a", 1, 0), -EPIPE);
      EXPECT (!"the signal came");
    }
  int status = end_of (child);
  EXPECT (WIFSIGNALED (status));
  EXPECT_EQ (WTERMSIG (status), SIGPIPE);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

CASE (send, signal_ignored, "signal(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  ignore_signal (SIGPIPE);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
}

CASE (send, unix_stream_peer_closed, "send(2)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  count_signal (SIGPIPE, 0);
  close (fd[1]);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}

/* Data that the peer has not read when it closes resets the connection,
   which only a receiver detects.  */
CASE (send, unix_stream_peer_closed_unread, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  close (fd[1]);
  EXPECT_ERR (send (fd[0], "b", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), ECONNRESET);
}

CASE (send, unix_stream_peer_shut_read, "kernel net/unix/af_unix.c", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  count_signal (SIGPIPE, 0);
  MUST (shutdown (fd[1], SHUT_RD));
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}

CASE (send, unix_seqpacket_peer_closed, "kernel net/unix/af_unix.c", "2.6.4",
      NEEDS_NOTHING, "send(2) has SIGPIPE for all that is connection-mode")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  count_signal (SIGPIPE, 0);
  close (fd[1]);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 0);
}

/* The first one ends the association.  */
CASE (send, unix_datagram_peer_closed, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  close (fd[1]);
  EXPECT_ERR (send (fd[0], "a", 1, 0), ECONNREFUSED);
  EXPECT_ERR (send (fd[0], "a", 1, 0), ENOTCONN);
}

CASE (send, unix_datagram_peer_shut_read, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "send(2) has EPIPE for the local end alone")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  count_signal (SIGPIPE, 0);
  MUST (shutdown (fd[1], SHUT_RD));
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 0);
}

/* The peer resets the connection: an error once, no signal; then a pipe
   without an end.  */
CASE (send, tcp_reset_by_peer, "send(2)", "1.0")
{
  int fd[2];
  const struct linger at_once = { 1, 0 };
  tcp_pair (fd);
  count_signal (SIGPIPE, 0);
  MUST (setsockopt (fd[1], SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once));
  close (fd[1]);
  wait_for (fd[0], POLLERR);
  EXPECT_ERR (send (fd[0], "a", 1, 0), ECONNRESET);
  EXPECT_EQ (signals_seen (), 0);
  EXPECT_ERR (send (fd[0], "a", 1, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}

/* That the peer, which sends no more, does not read either, shows only
   after something has been sent.  */
CASE (send, tcp_peer_closed, "kernel net/ipv4/tcp.c", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  close (fd[1]);
  wait_for (fd[0], POLLIN);
  EXPECT_RET (send (fd[0], "a", 1, MSG_NOSIGNAL), 1);
  wait_for (fd[0], POLLERR);
  EXPECT_ERR (send (fd[0], "b", 1, MSG_NOSIGNAL), EPIPE);
}

/* The error of a datagram is returned by the next call, once.  */
CASE (send, udp_port_closed, "udp(7)", "2.2")
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd, &where, sizeof where));
  EXPECT_RET (send (fd, "a", 1, 0), 1);
  wait_for (fd, POLLERR);
  EXPECT_ERR (send (fd, "b", 1, 0), ECONNREFUSED);
  EXPECT_RET (send (fd, "c", 1, 0), 1);
}

/* MSG_FIN, MSG_SYN and MSG_RST mean nothing.  */
CASE (send, flags_of_old, "kernel net/ipv4/udp.c", "2.4")
{
  int fd[2];
  char got[8];
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, 0x1600), 3);
  EXPECT_RET (recv (fd[1], got, sizeof got, 0x1600), 3);
}

/* The owner of the other end gets a signal for data.  */
CASE (send, signal_io, "socket(7)", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  count_signal (SIGIO, 0);
  MUST (fcntl (fd[1], F_SETOWN, getpid ()));
  MUST (fcntl (fd[1], F_SETFL, O_ASYNC));
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  EXPECT_EQ (signals_seen (), 1);
}
