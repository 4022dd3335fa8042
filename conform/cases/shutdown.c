/* shutdown.c - cases of shutdown.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The events of poll on FD at once, of those that can be requested.  */
static int
events_of (int fd)
{
  struct pollfd one = { fd, POLLIN | POLLOUT | POLLRDHUP, 0 };
  MUST (poll (&one, 1, 0));
  return one.revents;
}

/* --- How.  */

CASE (shutdown, how_3_unix, "shutdown(2)", "3.7")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (shutdown (fd[0], 3), EINVAL);
}

CASE (shutdown, how_3_tcp, "shutdown(2)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  EXPECT_ERR (shutdown (fd[0], 3), EINVAL);
}

CASE (shutdown, how_negative, "shutdown(2)", "3.7")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (shutdown (fd[0], -1), EINVAL);
  tcp_pair (fd);
  EXPECT_ERR (shutdown (fd[0], -1), EINVAL);
}

CASE (shutdown, how_3_unconnected, "kernel net/ipv4/af_inet.c", "2.2")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (shutdown (fd, 3), EINVAL);
}

CASE (shutdown, ints_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (shutdown (DIRTY_HIGH (fd[0]), DIRTY_HIGH (SHUT_RD)), 0);
}

/* --- Not connected.  */

CASE (shutdown, tcp_unconnected, "shutdown(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (shutdown (fd, SHUT_RDWR), ENOTCONN);
}

CASE (shutdown, udp_unconnected, "shutdown(2)", "2.2")
{
  EXPECT_ERR (shutdown (inet_bound (SOCK_DGRAM, NULL), SHUT_RD), ENOTCONN);
}

CASE (shutdown, unix_stream_unconnected, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) has ENOTCONN")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_RET (shutdown (fd, SHUT_RDWR), 0);
}

CASE (shutdown, unix_datagram_unconnected, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) has ENOTCONN")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (shutdown (fd, SHUT_WR), 0);
  EXPECT_ERR (sendto (fd, "a", 1, MSG_NOSIGNAL, &name, length), EPIPE);
}

/* --- Writing.  */

/* The peer reads the end after the data, and may still send.  */
CASE (shutdown, write_stream, "shutdown(2)", "1.0")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 0);
  EXPECT_RET (send (fd[1], "b", 1, 0), 1);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 1);
}

CASE (shutdown, write_tcp, "shutdown(2)", "1.0")
{
  int fd[2];
  char byte;
  tcp_pair (fd);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 0);
  EXPECT_RET (send (fd[1], "b", 1, 0), 1);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 1);
}

CASE (shutdown, write_seqpacket, "shutdown(2)", "2.6.4")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

/* The peer of a datagram socket reads no end.  */
CASE (shutdown, write_unix_datagram, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (shutdown, write_udp, "shutdown(2)", "2.2")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_NOSIGNAL), EPIPE);
}

CASE (shutdown, write_shows_in_poll, "poll(2)", "2.6.17")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_FLAGS (events_of (fd[1]), POLLOUT, POLLIN | POLLRDHUP | POLLHUP);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_FLAGS (events_of (fd[1]), POLLIN | POLLRDHUP, POLLHUP);
}

/* --- Reading.  */

/* Received data can still be read.  */
CASE (shutdown, read_stream, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
      "shutdown(2) says that nothing more is received")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "a", 1, 0));
  EXPECT_RET (shutdown (fd[0], SHUT_RD), 0);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 1);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 0);
  EXPECT_RET (send (fd[0], "b", 1, 0), 1);
}

/* The peer is not notified, and its data can be read.  */
CASE (shutdown, read_tcp, "kernel net/ipv4/tcp.c", "2.2", NEEDS_NOTHING,
      "shutdown(2) says that nothing more is received")
{
  int fd[2];
  char byte;
  tcp_pair (fd);
  EXPECT_RET (shutdown (fd[0], SHUT_RD), 0);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 0);
  EXPECT_RET (send (fd[1], "a", 1, MSG_NOSIGNAL), 1);
  for (int i = 0; i < 500 && recv (fd[0], &byte, 1, MSG_PEEK) == 0; i++)
    pause_ms (10);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 1);
}

CASE (shutdown, read_udp, "kernel net/ipv4/udp.c", "2.2")
{
  int fd[2];
  char byte;
  udp_pair (fd);
  EXPECT_RET (shutdown (fd[0], SHUT_RD), 0);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 0);
}

/* --- Both.  */

CASE (shutdown, both_stream, "shutdown(2)", "1.0")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (shutdown (fd[0], SHUT_RDWR), 0);
  EXPECT_FLAGS (events_of (fd[0]), POLLHUP | POLLIN, 0);
  EXPECT_FLAGS (events_of (fd[1]), POLLHUP | POLLIN, 0);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 0);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 0);
  EXPECT_ERR (send (fd[1], "a", 1, MSG_NOSIGNAL), EPIPE);
}

CASE (shutdown, twice, "POSIX", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  tcp_pair (fd);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
}

/* Wait until the last acknowledgement has come: it has no event.  */
static void
wait_for_close (int fd)
{
  unsigned char state = 0; /* The first byte of struct tcp_info.  */
  for (int ms = 0; ms < 5000 && state != TCP_CLOSE; ms++)
    {
      pause_ms (ms > 0);
      if (getsockopt (fd, IPPROTO_TCP, TCP_INFO, &state, &(socklen_t){ 1 }))
        return;
    }
}

/* Nothing is left of the connection.  */
CASE (shutdown, tcp_after_both_ends, "shutdown(2)", "2.2")
{
  int fd[2];
  tcp_pair (fd);
  MUST (shutdown (fd[0], SHUT_WR));
  MUST (shutdown (fd[1], SHUT_WR));
  wait_for (fd[0], POLLHUP);
  wait_for (fd[1], POLLHUP);
  wait_for_close (fd[0]);
  EXPECT_ERR (shutdown (fd[0], SHUT_WR), ENOTCONN);
}

/* It affects other descriptors of the socket, which stay open.  */
CASE (shutdown, all_descriptors, "POSIX", "1.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  int same = MUST (dup (fd[0]));
  EXPECT_RET (shutdown (fd[0], SHUT_WR), 0);
  EXPECT_RET (fcntl (fd[0], F_GETFD), 0);
  EXPECT_ERR (send (same, "a", 1, MSG_NOSIGNAL), EPIPE);
}

/* --- A listening socket.  */

CASE (shutdown, tcp_listening_read, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) has ENOTCONN")
{
  int fd = tcp_listener (NULL);
  EXPECT_RET (shutdown (fd, SHUT_RD), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ACCEPTCONN), 0);
  EXPECT_ERR (accept (fd, 0, 0), EINVAL);
}

CASE (shutdown, tcp_listening_write, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "shutdown(2) has ENOTCONN")
{
  int fd = tcp_listener (NULL);
  EXPECT_RET (shutdown (fd, SHUT_WR), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_ACCEPTCONN), 1);
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
