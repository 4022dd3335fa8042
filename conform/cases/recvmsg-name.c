/* recvmsg-name.c - cases of recvmsg: the sender's address, and waiting.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The result of recvmsg with an address at NAME of *LENGTH.  */
static long
receive (int fd, void *name, socklen_t *length)
{
  static char room[64];
  struct iovec piece = { room, sizeof room };
  struct msghdr message;
  FILLED (message);
  message.msg_name = name;
  message.msg_namelen = *length;
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = NULL;
  message.msg_controllen = 0;
  long got = recvmsg (fd, &message, MSG_DONTWAIT);
  *length = message.msg_namelen;
  return got;
}

CASE (recvmsg, name_udp, "recvmsg(2)", "2.2")
{
  struct sockaddr_in from, got;
  socklen_t length = sizeof got;
  int fd = sent_by_udp (&from);
  FILLED (got);
  EXPECT_RET (receive (fd, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof got);
}

CASE (recvmsg, name_udp6, "recvmsg(2)", "2.2", NEEDS_IPV6)
{
  struct sockaddr_in6 from, where, got;
  socklen_t length = sizeof got;
  int fd = inet6_bound (SOCK_DGRAM, &where);
  int sender = inet6_bound (SOCK_DGRAM, &from);
  MUST (sendto (sender, "abc", 3, 0, &where, sizeof where));
  wait_for (fd, POLLIN);
  FILLED (got);
  EXPECT_RET (receive (fd, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, sizeof got);
}

CASE (recvmsg, name_abstract, "unix(7)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t true_length = abstract_name (&name, 'a'), length = sizeof got;
  int fd = unix_bound (SOCK_DGRAM, &name, true_length);
  FILLED (got);
  MUST (sendto (fd, "abc", 3, 0, &name, true_length));
  EXPECT_RET (receive (fd, &got, &length), 3);
  EXPECT_EQ (length, true_length);
  EXPECT_BYTES (&got, &name, true_length);
  EXPECT_UNTOUCHED ((char *)&got + length, &got + 1);
}

CASE (recvmsg, name_of_tcp, "kernel net/ipv4/tcp.c", "2.6.12", NEEDS_NOTHING,
      "recvmsg(2) does not say that the length becomes 0")
{
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  int fd[2];
  tcp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  wait_for (fd[0], POLLIN);
  FILLED (got);
  EXPECT_RET (receive (fd[0], &got, &length), 3);
  EXPECT_EQ (length, 0);
  EXPECT_UNTOUCHED (&got, &got + 1);
}

CASE (recvmsg, name_short, "recvmsg(2)", "2.2")
{
  struct sockaddr_in from, got;
  socklen_t length = 4;
  int fd = sent_by_udp (&from);
  FILLED (got);
  EXPECT_RET (receive (fd, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_BYTES (&got, &from, 4);
  EXPECT_UNTOUCHED ((char *)&got + 4, &got + 1);
}

/* The length is stored all the same; it was not in 5.2.  */
CASE (recvmsg, namelen_zero, "recvmsg(2)", "2.2")
{
  struct sockaddr_in from;
  socklen_t length = 0;
  int fd = sent_by_udp (&from);
  EXPECT_RET (receive (fd, BAD_POINTER, &length), 3);
  EXPECT_EQ_FIXED (length, sizeof from, 5, 10, 0);
}

/* The kernel accepts no address of more than 128 bytes; here it only
   reduces the length.  */
CASE (recvmsg, namelen_beyond_128, "kernel net/socket.c", "3.13")
{
  struct sockaddr_in from, *got = guarded (sizeof *got);
  socklen_t length = 0x7fffffff;
  int fd = sent_by_udp (&from);
  EXPECT_RET (receive (fd, got, &length), 3);
  EXPECT_EQ (length, sizeof *got);
  EXPECT_BYTES (got, &from, sizeof *got);
}

CASE (recvmsg, namelen_negative, "kernel net/socket.c", "3.15")
{
  struct sockaddr_in from, got;
  socklen_t length = (socklen_t)-1;
  int fd = sent_by_udp (&from);
  EXPECT_ERR (receive (fd, &got, &length), EINVAL);
  length = sizeof got;
  EXPECT_RET (receive (fd, &got, &length), 3);
}

/* Without an address its length is neither read nor stored.  */
CASE (recvmsg, name_null, "kernel net/socket.c", "4.0")
{
  struct sockaddr_in from;
  socklen_t length = (socklen_t)-1;
  int fd = sent_by_udp (&from);
  EXPECT_RET (receive (fd, NULL, &length), 3);
  EXPECT_EQ (length, (socklen_t)-1);
}

/* Before 3.15 the kernel checks no length, then, before 3.17, also that of no
   address; stable releases have either.  */
CASE (recvmsg, name_null_namelen_negative, "kernel net/socket.c", "2.2")
{
  struct sockaddr_in from;
  socklen_t length = (socklen_t)-1;
  int fd = sent_by_udp (&from);
  EXPECT_RET_FIXED (receive (fd, NULL, &length), 3, 3, 18, -EINVAL);
}

/* The datagram is lost.  */
CASE (recvmsg, name_bad, "recvmsg(2)", "1.3.16")
{
  struct sockaddr_in from;
  socklen_t length = sizeof from;
  int fd = sent_by_udp (&from);
  EXPECT_ERR (receive (fd, BAD_POINTER, &length), EFAULT);
  EXPECT_ERR (receive (fd, NULL, &length), EAGAIN);
}

/* --- Waiting, and its end, in this form of the call.  */

CASE (recvmsg, signal, "signal(7)", "1.3.16")
{
  struct iovec piece = { NULL, 0 };
  struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  signal_in (100, 0);
  EXPECT_ERR (recvmsg (fd[0], &message, 0), EINTR);
}

CASE (recvmsg, signal_with_restart, "signal(7)", "1.3.16")
{
  char room[8];
  struct iovec piece = { room, sizeof room };
  struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  signal_in (50, SA_RESTART);
  write_after_signal (fd[1], "abc", 3);
  EXPECT_RET (recvmsg (fd[0], &message, 0), 3);
  EXPECT_RANGE (signals_seen (), 1, 100);
}
