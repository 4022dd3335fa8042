/* unix-seqpacket.c - cases of AF_UNIX: records.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Two records, and then the end.  */
static void
send_two_and_close (int fd[2])
{
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[0], "abc", 3, 0));
  MUST (send (fd[0], "de", 2, 0));
  close (fd[0]);
}

CASE (recv, records_before_the_end, "unix(7)", "2.6.4")
{
  int fd[2];
  char room[8];
  send_two_and_close (fd);
  EXPECT_RET (recv (fd[1], room, 8, 0), 3);
  EXPECT_RET (recv (fd[1], room, 8, 0), 2);
  EXPECT_RET (recv (fd[1], room, 8, 0), 0);
  EXPECT_RET (recv (fd[1], room, 8, 0), 0);
}

CASE (recv, records_and_waitall, "unix(7)", "2.6.4")
{
  int fd[2];
  char room[8];
  send_two_and_close (fd);
  EXPECT_RET (recv (fd[1], room, 8, MSG_WAITALL), 3);
  EXPECT_RET (recv (fd[1], room, 8, MSG_WAITALL), 2);
}

CASE (recv, records_end_nonblocking, "kernel net/unix/af_unix.c", "2.6.38")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
  close (fd[0]);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

CASE (recvmsg, record_cut_is_lost, "unix(7)", "2.6.4")
{
  int fd[2];
  struct parcel p;
  send_two_and_close (fd);
  parcel (&p, 2, NULL, 0);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 2);
  EXPECT_FLAGS (p.message.msg_flags, MSG_TRUNC, 0);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 2);
  EXPECT_BYTES (p.data, "de", 2);
  EXPECT_EQ (p.message.msg_flags & MSG_TRUNC, 0);
}

/* Each piece of read and write is a record's.  */
CASE (recvmsg, record_into_pieces, "unix(7)", "2.6.4")
{
  int fd[2];
  char first[2], second[8];
  struct iovec in[2] = { { first, 2 }, { second, 8 } };
  struct parcel p;
  send_two_and_close (fd);
  parcel (&p, 0, NULL, 0);
  p.message.msg_iov = in;
  p.message.msg_iovlen = 2;
  FILLED (second);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 3);
  EXPECT_BYTES (first, "ab", 2);
  EXPECT_BYTES (second, "c", 1);
  EXPECT_UNTOUCHED (second + 1, second + 8);
}

CASE (recv, record_reset, "kernel net/unix/af_unix.c", "2.6.4")
{
  int fd[2];
  char room[8];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[0], "abc", 3, 0));
  close (fd[1]);
  EXPECT_ERR (recv (fd[0], room, 8, 0), ECONNRESET);
  EXPECT_RET (recv (fd[0], room, 8, 0), 0);
}

/* Of a listener, as a stream.  */
CASE (accept, seqpacket, "unix(7)", "2.6.4")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  char room[8];
  int listener = unix_listener (SOCK_SEQPACKET, &name, length, 1);
  int client = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_RET (connect (client, &name, length), 0);
  int fd = accept (listener, 0, 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TYPE), SOCK_SEQPACKET);
  MUST (send (client, "abc", 3, 0));
  MUST (send (client, "d", 1, 0));
  EXPECT_RET (recv (fd, room, 8, 0), 3);
}

CASE (connect, seqpacket_to_a_stream, "unix(7)", "2.6.4")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  unix_listener (SOCK_STREAM, &name, length, 1);
  int client = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_ERR (connect (client, &name, length), EPROTOTYPE);
}

/* --- The end that is left, of all types.  */

static int
events_after_close (int type)
{
  int fd[2];
  unix_pair (type, fd);
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
  EXPECT_RET (recv (fd[1], &(char){ 0 }, 1, 0), 1);
  struct pollfd end = { fd[1], POLLIN | POLLOUT | POLLRDHUP, 0 };
  close (fd[0]);
  EXPECT_RET (poll (&end, 1, 0), 1);
  return end.revents;
}

CASE (recv, poll_after_the_end_stream, "poll(2)", "2.6.17")
{
  EXPECT_EQ (events_after_close (SOCK_STREAM),
             POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
}

CASE (recv, poll_after_the_end_seqpacket, "poll(2)", "2.6.17")
{
  EXPECT_EQ (events_after_close (SOCK_SEQPACKET),
             POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
}

/* A datagram socket has no end.  */
CASE (recv, poll_after_the_end_dgram, "kernel net/unix/af_unix.c", "2.6.17")
{
  EXPECT_EQ (events_after_close (SOCK_DGRAM), POLLOUT);
}
