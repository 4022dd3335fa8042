/* send-tcp.c - cases for TCP only: Fast Open, zero copy.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* It is on for clients, by bit 0, and needs a cookie, unless by bit 2.  */
static void
need_fastopen (void)
{
  need_setting ("ipv4/tcp_fastopen", 1, 1);
}

/* Connects and sends in one.  */
CASE (sendto, fastopen, "send(2)", "3.7")
{
  struct sockaddr_in where;
  char got[8];
  need_fastopen ();
  int listener = tcp_listener (&where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (sendto (fd, "abc", 3, MSG_FASTOPEN, &where, sizeof where), 3);
  int peer = MUST (accept (listener, 0, 0));
  EXPECT_RET (recv (peer, got, 3, MSG_WAITALL), 3);
  EXPECT_BYTES (got, "abc", 3);
}

/* No cookie yet: it connects, and the bytes have to be sent again.  */
CASE (sendto, fastopen_nonblocking, "send(2)", "3.7")
{
  struct sockaddr_in where;
  need_fastopen ();
  tcp_listener (&where);
  int fd = MUST (socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
  EXPECT_ERR (sendto (fd, "abc", 3, MSG_FASTOPEN, &where, sizeof where),
              EINPROGRESS);
  wait_for (fd, POLLOUT);
  EXPECT_RET (send (fd, "abc", 3, 0), 3);
}

CASE (sendto, fastopen_refused, "send(2)", "3.7")
{
  need_fastopen ();
  struct sockaddr_in where = closed_port (SOCK_STREAM);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (sendto (fd, "a", 1, MSG_FASTOPEN, &where, sizeof where),
              ECONNREFUSED);
}

CASE (sendto, fastopen_connected, "connect(2)", "3.7")
{
  struct sockaddr_in where;
  socklen_t length = sizeof where;
  int fd[2];
  need_fastopen ();
  tcp_pair (fd);
  MUST (getpeername (fd[0], &where, &length));
  EXPECT_ERR (sendto (fd[0], "a", 1, MSG_FASTOPEN, &where, length), EISCONN);
}

CASE (sendto, fastopen_family_unspec, "kernel net/ipv4/tcp.c", "4.12",
      NEEDS_NOTHING, "send(2) does not say what AF_UNSPEC does")
{
  struct sockaddr_in where = { .sin_family = AF_UNSPEC };
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (sendto (fd, "a", 1, MSG_FASTOPEN, &where, sizeof where),
              EOPNOTSUPP);
}

CASE (send, fastopen_no_address, "kernel net/ipv4/tcp_ipv4.c", "3.7")
{
  need_fastopen ();
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (send (fd, "a", 1, MSG_FASTOPEN), EINVAL);
}

/* --- MSG_ZEROCOPY.  */

/* Before 5.0 the option failed with EBUSY on a connected socket.  */
CASE (send, zerocopy_tcp, "kernel net/core/skbuff.c", "5.0")
{
  int fd[2];
  char *data = guarded (4096), got[4096];
  tcp_pair (fd);
  set_buffer (fd[1], SO_RCVBUF, 65536);
  set_int_option (fd[0], SOL_SOCKET, SO_ZEROCOPY, 1);
  long sent = send (fd[0], data, 4096, MSG_ZEROCOPY);
  if (sent == -ENOBUFS)
    SKIP ("no pages may be locked");
  EXPECT_EQ (sent, 4096);
  EXPECT_RET (recv (fd[1], got, 4096, MSG_WAITALL), 4096);
  EXPECT_BYTES (got, data, 4096);
}

/* The flag alone has no effect: there is no message.  */
CASE (send, zerocopy_not_asked_for, "kernel net/ipv4/tcp.c", "4.14")
{
  int fd[2];
  char got[8];
  struct iovec piece = { got, sizeof got };
  struct msghdr message;
  tcp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_ZEROCOPY), 3);
  EXPECT_RET (recv (fd[1], got, 3, MSG_WAITALL), 3);
  message_of (&message, &piece, 1);
  EXPECT_ERR (recvmsg (fd[0], &message, MSG_ERRQUEUE), EAGAIN);
}
