/* recvmmsg-timeout.c - cases of recvmmsg: its timeout.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[16];
static struct iovec piece = { room, sizeof room };
static struct mmsghdr vector[2]
    = { { .msg_hdr = { .msg_iov = &piece, .msg_iovlen = 1 } },
        { .msg_hdr = { .msg_iov = &piece, .msg_iovlen = 1 } } };

/* Two datagram sockets of AF_UNIX, COUNT datagrams waiting for the first.  */
static void
sent_pair (int fd[2], int count)
{
  unix_pair (SOCK_DGRAM, fd);
  while (count-- > 0)
    MUST (send (fd[1], "abc", 3, 0));
}

/* --- Wrong ones: nothing is received.  */

CASE (recvmmsg, timeout_nsec_billion, "recvmmsg(2)", "2.6.33")
{
  struct timespec time = { 1, 1000000000 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, &time), EINVAL);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg, timeout_nsec_negative, "recvmmsg(2)", "2.6.33")
{
  struct timespec time = { 1, -1 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, &time), EINVAL);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg, timeout_sec_negative, "recvmmsg(2)", "2.6.33")
{
  struct timespec time = { -1, 0 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, &time), EINVAL);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

/* All of a long counts.  */
CASE (recvmmsg, timeout_nsec_high_half, "recvmmsg(2)", "2.6.33", NEEDS_WIDE)
{
  struct timespec time = { 1, (long)0x100000000ULL };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, &time), EINVAL);
}

CASE (recvmmsg, timeout_bad, "kernel net/socket.c", "2.6.33", NEEDS_NOTHING,
      "recvmmsg(2) does not have EFAULT for it")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, BAD_POINTER), EFAULT);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg, timeout_over_page_end, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmmsg(2) does not have EFAULT for it")
{
  int fd[2];
  sent_pair (fd, 1);
  char *time = guarded (sizeof (struct timespec));
  memset (time, 0, sizeof (struct timespec));
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, time + 1), EFAULT);
  EXPECT_RET (recvmmsg (fd[0], vector, 1, 0, time), 1);
}

/* The timeout is checked before the descriptor.  */
CASE (recvmmsg, timeout_and_fd_bad, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmmsg(2) does not say which error comes first")
{
  struct timespec time = { 1, 1000000000 };
  int fd = closed_fd ();
  EXPECT_ERR (recvmmsg (fd, vector, 1, 0, &time), EINVAL);
  EXPECT_ERR (recvmmsg (fd, vector, 1, 0, BAD_POINTER), EFAULT);
}

CASE (recvmmsg, timeout_bad_vlen_zero, "kernel net/socket.c", "2.6.33")
{
  struct timespec time = { -1, 0 };
  int fd[2];
  sent_pair (fd, 0);
  EXPECT_ERR (recvmmsg (fd[0], vector, 0, 0, &time), EINVAL);
}

/* --- It is checked after each message, and nowhere else.  */

CASE (recvmmsg, timeout_zero, "kernel net/socket.c", "2.6.33")
{
  struct timespec time = { 0, 0 };
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, &time), 1);
  EXPECT_EQ (time.tv_sec, 0);
  EXPECT_EQ (time.tv_nsec, 0);
}

CASE (recvmmsg, timeout_over_after_first, "recvmmsg(2)", "2.6.33")
{
  struct timespec time = { 0, 1 };
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, &time), 1);
  EXPECT_EQ (time.tv_sec, 0);
  EXPECT_EQ (time.tv_nsec, 0);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg, timeout_while_waiting, "recvmmsg(2)", "2.6.33", NEEDS_NOTHING,
      "recvmmsg(2) has it under BUGS alone")
{
  struct timespec time = { 0, 1000000 };
  int fd[2];
  long begun = now_ms ();
  sent_pair (fd, 0);
  write_in (100, fd[1], "abc", 3);
  EXPECT_RET (recvmmsg (fd[0], vector, 1, 0, &time), 1);
  EXPECT_RANGE (now_ms () - begun, 99, NO_LIMIT);
  EXPECT_EQ (time.tv_sec, 0);
  if (time.tv_nsec > 0 && time.tv_nsec < 1000000)
    SKIP ("too slow here: it came before the timeout");
  EXPECT_EQ (time.tv_nsec, 0);
}

/* --- The remaining time is written back.  */

CASE (recvmmsg, timeout_written_back, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmmsg(2) does not say that it is changed")
{
  struct timespec time = { 1000, 5 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, MSG_DONTWAIT, &time), 1);
  EXPECT_RANGE (time.tv_sec, 900, 999);
  EXPECT_RANGE (time.tv_nsec, 0, 999999999);
}

CASE (recvmmsg, timeout_most, "kernel kernel/time/time.c", "2.6.33")
{
  struct timespec time = { 0x7fffffff, 999999999 };
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg (fd[0], vector, 2, 0, &time), 2);
  EXPECT_RANGE (time.tv_sec, 0x7f000000, 0x7fffffff);
}

CASE (recvmmsg, timeout_kept_by_failure, "kernel net/socket.c", "2.6.33")
{
  struct timespec time = { 1000, 5 };
  int fd[2];
  sent_pair (fd, 0);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, MSG_DONTWAIT, &time), EAGAIN);
  EXPECT_EQ (time.tv_sec, 1000);
  EXPECT_EQ (time.tv_nsec, 5);
}

/* Detected only after the datagram was received, which is lost.  */
CASE (recvmmsg, timeout_read_only, "kernel net/socket.c", "2.6.33",
      NEEDS_NOTHING, "recvmmsg(2) does not say that it is changed")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg (fd[0], vector, 1, 0, read_only ()), EFAULT);
  EXPECT_ERR (recv (fd[0], room, 16, MSG_DONTWAIT), EAGAIN);
}

CASE (recvmmsg, signal_with_restart, "signal(7)", "2.6.33")
{
  struct iovec piece = { room, sizeof room };
  struct mmsghdr vector
      = { .msg_hdr = { .msg_iov = &piece, .msg_iovlen = 1 } };
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  signal_in (50, SA_RESTART);
  write_after_signal (fd[1], "abc", 3);
  EXPECT_RET (recvmmsg (fd[0], &vector, 1, 0, 0), 1);
  EXPECT_RANGE (signals_seen (), 1, 100);
}
