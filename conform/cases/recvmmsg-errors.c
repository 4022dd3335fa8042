/* recvmmsg-errors.c - cases of recvmmsg: waiting, and errors on the way.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static struct mmsghdr vector[4];
static struct iovec piece[4];
static char room[4][16];

/* Two datagram sockets of AF_UNIX, COUNT datagrams of 3 bytes waiting for the
   first, and the vector AT ready for 4.  */
static void
sent_pair_to (struct mmsghdr *at, int fd[2], int count)
{
  unix_pair (SOCK_DGRAM, fd);
  for (int i = 0; i < count; i++)
    MUST (send (fd[1], "abc", 3, 0));
  for (int i = 0; i < 4; i++)
    {
      piece[i] = (struct iovec){ room[i], sizeof room[i] };
      FILLED (vector[i]);
      vector[i].msg_hdr.msg_name = NULL;
      vector[i].msg_hdr.msg_namelen = 0;
      vector[i].msg_hdr.msg_iov = &piece[i];
      vector[i].msg_hdr.msg_iovlen = 1;
      vector[i].msg_hdr.msg_control = NULL;
      vector[i].msg_hdr.msg_controllen = 0;
    }
  if (at != vector)
    memcpy (at, vector, 2 * sizeof *at);
}

static void
sent_pair (int fd[2], int count)
{
  sent_pair_to (vector, fd, count);
}

/* --- Waiting.  */

CASE (recvmmsg, waits_for_all, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  write_in (50, fd[1], "de", 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, 0), 2);
  EXPECT_EQ (vector[1].msg_len, 2);
}

CASE (recvmmsg, waitforone, "recvmmsg(2)", "2.6.34")
{
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 4, MSG_WAITFORONE, 0), 2);
  EXPECT_EQ (vector[1].msg_hdr.msg_flags, 0);
}

CASE (recvmmsg, waitforone_waits, "recvmmsg(2)", "2.6.34")
{
  int fd[2];
  sent_pair (fd, 0);
  write_in (50, fd[1], "de", 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 4, MSG_WAITFORONE, 0), 1);
  EXPECT_EQ (vector[0].msg_len, 2);
}

CASE (recvmmsg, waitforone_and_dontwait, "recvmmsg(2)", "2.6.34")
{
  int fd[2];
  sent_pair (fd, 0);
  EXPECT_ERR (recvmmsg (fd[0], vector, 4, MSG_WAITFORONE | MSG_DONTWAIT, 0),
              EAGAIN);
}

CASE (recvmmsg, nonblock, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 2);
  set_nonblock (fd[0]);
  EXPECT_RET (recvmmsg (fd[0], vector, 4, 0, 0), 2);
  EXPECT_ERR (recvmmsg (fd[0], vector, 4, 0, 0), EAGAIN);
}

CASE (recvmmsg, signal, "signal(7)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 0);
  signal_in (100, 0);
  EXPECT_ERR (recvmmsg (fd[0], vector, 2, 0, 0), EINTR);
}

/* The messages received so far are returned, not the signal.  */
CASE (recvmmsg, signal_after_first, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  signal_in (100, 0);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, 0), 1);
  EXPECT_EQ (vector[0].msg_len, 3);
}

/* The time is that of each message.  */
CASE (recvmmsg, rcvtimeo_after_first, "socket(7)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  end_wait_in (fd[0], SO_RCVTIMEO, 50);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, 0), 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 2, 0, 0), EAGAIN);
}

/* --- Errors in the first message.  */

CASE (recvmmsg, vector_null, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], NULL_POINTER, 1, 0, 0), EFAULT);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg, vector_bad_and_nothing_there, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmmsg(2) does not say which error comes first")
{
  int fd[2];
  sent_pair (fd, 0);
  EXPECT_ERR (recvmmsg (fd[0], BAD_POINTER, 1, MSG_DONTWAIT, 0), EFAULT);
}

CASE (recvmmsg, first_iov_null, "recvmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  vector[0].msg_hdr.msg_iov = NULL_POINTER;
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, 0), EFAULT);
  EXPECT_UNTOUCHED (&vector[0].msg_len, &vector[0].msg_len + 1);
}

CASE (recvmmsg, first_iovlen_1025, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmsg(2) does not have EMSGSIZE")
{
  int fd[2];
  sent_pair (fd, 1);
  vector[0].msg_hdr.msg_iovlen = 1025;
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, 0), EMSGSIZE);
}

CASE (recvmmsg, unconnected, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 0);
  fd[0] = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (recvmmsg (fd[0], vector, 2, MSG_DONTWAIT, 0), ENOTCONN);
}

/* A pending error is returned before the messages.  */
CASE (recvmmsg, refused, "recvmmsg(2)", "2.6.33")
{
  struct sockaddr_in where = closed_port (SOCK_DGRAM);
  int fd[2];
  sent_pair (fd, 0);
  fd[0] = new_socket (AF_INET, SOCK_DGRAM);
  MUST (connect (fd[0], &where, sizeof where));
  MUST (send (fd[0], "abc", 3, 0));
  wait_for (fd[0], POLLERR);
  EXPECT_ERR (recvmmsg (fd[0], vector, 2, MSG_DONTWAIT, 0), ECONNREFUSED);
  EXPECT_ERR (recvmmsg (fd[0], vector, 2, MSG_DONTWAIT, 0), EAGAIN);
}

/* --- Errors in a later one: it ends the call, and the next returns it.  */

CASE (recvmmsg, error_in_second, "recvmmsg(2)", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 3);
  vector[1].msg_hdr.msg_iov = NULL_POINTER;
  EXPECT_RET (recvmmsg (fd[0], vector, 3, 0, 0), 1);
  EXPECT_UNTOUCHED (&vector[1].msg_len, &vector[1].msg_len + 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, MSG_DONTWAIT, 0), EFAULT);
  EXPECT_RET (recvmmsg (fd[0], vector, 1, MSG_DONTWAIT, 0), 1);
}

CASE (recvmmsg, error_in_second_by_so_error, "kernel net/socket.c", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 3);
  vector[1].msg_hdr.msg_iovlen = 1025;
  EXPECT_RET (recvmmsg (fd[0], vector, 3, 0, 0), 1);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), EMSGSIZE);
  EXPECT_RET (recvmmsg (fd[0], vector, 1, MSG_DONTWAIT, 0), 1);
}

/* A lack of messages is not a pending error.  */
CASE (recvmmsg, none_for_second, "kernel net/socket.c", "2.6.33")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_RET (recvmmsg (fd[0], vector, 3, MSG_DONTWAIT, 0), 1);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), 0);
}

CASE (recvmmsg, vector_at_page_end, "recvmmsg(2)", "2.6.33")
{
  struct mmsghdr *two = guarded (2 * sizeof *two);
  int fd[2];
  sent_pair_to (two, fd, 3);
  EXPECT_RET (recvmmsg (fd[0], two, 3, MSG_DONTWAIT, 0), 2);
  EXPECT_EQ (two[1].msg_len, 3);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), EFAULT);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

/* --- Urgent data end it at once, and that is no error.  */

CASE (recvmmsg, oob, "kernel net/socket.c", "2.6.33")
{
  int fd[2];
  need_setting ("ipv4/tcp_stdurg", 0, 0);
  sent_pair (fd, 0);
  tcp_pair (fd);
  MUST (send (fd[1], "a", 1, MSG_OOB));
  wait_for (fd[0], POLLPRI);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, MSG_OOB, 0), 1);
  EXPECT_EQ (vector[0].msg_hdr.msg_flags, MSG_OOB);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), 0);
}
