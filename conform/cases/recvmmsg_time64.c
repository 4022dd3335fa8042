/* recvmmsg_time64.c - cases of recvmmsg_time64: its timeout.  */
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

CASE (recvmmsg_time64, without_timeout, "recvmmsg(2)", "5.1")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 2, MSG_WAITFORONE, 0), 1);
  EXPECT_EQ (vector[0].msg_len, 3);
}

/* --- Wrong ones: nothing is received.  */

CASE (recvmmsg_time64, timeout_nsec_billion, "recvmmsg(2)", "5.1")
{
  struct __kernel_timespec time = { 1, 1000000000 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, 0, &time), EINVAL);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg_time64, timeout_nsec_negative, "recvmmsg(2)", "5.1")
{
  struct __kernel_timespec time = { 1, -1 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, 0, &time), EINVAL);
}

CASE (recvmmsg_time64, timeout_sec_negative, "recvmmsg(2)", "5.1")
{
  struct __kernel_timespec time = { -1, 0 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, 0, &time), EINVAL);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

/* All 64 bits of the seconds count.  */
CASE (recvmmsg_time64, timeout_sec_negative_in_64_bits, "recvmmsg(2)", "5.1")
{
  struct __kernel_timespec time = { INT64_MIN + 5, 0 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, 0, &time), EINVAL);
}

CASE (recvmmsg_time64, timeout_bad, "kernel net/socket.c", "5.1",
      NEEDS_NOTHING, "recvmmsg(2) does not have EFAULT for it")
{
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, 0, BAD_POINTER), EFAULT);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg_time64, timeout_over_page_end, "kernel net/socket.c", "5.1",
      NEEDS_NOTHING, "recvmmsg(2) does not have EFAULT for it")
{
  const unsigned long size = sizeof (struct __kernel_timespec);
  int fd[2];
  sent_pair (fd, 1);
  char *time = guarded (size);
  memset (time, 0, size);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, 0, time + 1), EFAULT);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 1, 0, time), 1);
}

CASE (recvmmsg_time64, timeout_and_fd_bad, "kernel net/socket.c", "5.1",
      NEEDS_NOTHING, "recvmmsg(2) does not say which error comes first")
{
  struct __kernel_timespec time = { 1, 1000000000 };
  EXPECT_ERR (recvmmsg_time64 (closed_fd (), vector, 1, 0, &time), EINVAL);
}

/* --- The upper half of the nanoseconds is padding to a 32-bit caller.  */

CASE (recvmmsg_time64, timeout_nsec_high_half, "kernel kernel/time/time.c",
      "5.1")
{
  struct __kernel_timespec time = { 1000, (long long)0xA5A5A5A500000005ULL };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 2, MSG_DONTWAIT, &time), 1);
  EXPECT_RANGE (time.tv_sec, 900, 999);
  EXPECT_RANGE (time.tv_nsec, 0, 999999999);
}

/* A zero of 32 bits is one, and ends it after one message.  */
CASE (recvmmsg_time64, timeout_zero_but_high_half, "kernel kernel/time/time.c",
      "5.1")
{
  struct __kernel_timespec time = { 0, (long long)0xA5A5A5A500000000ULL };
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 2, 0, &time), 1);
  EXPECT_EQ (time.tv_nsec, 0);
}

/* --- It is checked after each message, and the rest written back.  */

CASE (recvmmsg_time64, timeout_over_after_first, "recvmmsg(2)", "5.1")
{
  struct __kernel_timespec time = { 0, 1 };
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 2, 0, &time), 1);
  EXPECT_EQ (time.tv_sec, 0);
  EXPECT_EQ (time.tv_nsec, 0);
  EXPECT_RET (recv (fd[0], room, 16, MSG_DONTWAIT), 3);
}

CASE (recvmmsg_time64, timeout_while_waiting, "recvmmsg(2)", "5.1",
      NEEDS_NOTHING, "recvmmsg(2) has it under BUGS alone")
{
  struct __kernel_timespec time = { 0, 1000000 };
  int fd[2];
  sent_pair (fd, 0);
  write_in (100, fd[1], "abc", 3);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 1, 0, &time), 1);
  EXPECT_EQ (time.tv_sec, 0);
  if (time.tv_nsec > 0 && time.tv_nsec < 1000000)
    SKIP ("too slow here: it came before the timeout");
  EXPECT_EQ (time.tv_nsec, 0);
}

CASE (recvmmsg_time64, timeout_written_back, "kernel net/socket.c", "5.1",
      NEEDS_NOTHING, "recvmmsg(2) does not say that it is changed")
{
  struct __kernel_timespec time = { 1000, 5 };
  int fd[2];
  sent_pair (fd, 1);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 2, MSG_DONTWAIT, &time), 1);
  EXPECT_RANGE (time.tv_sec, 900, 999);
  EXPECT_RANGE (time.tv_nsec, 0, 999999999);
}

CASE (recvmmsg_time64, timeout_sec_beyond_32_bits, "kernel net/socket.c",
      "5.1")
{
  const long long most = 0x500000000;
  struct __kernel_timespec time = { most, 5 };
  int fd[2];
  sent_pair (fd, 2);
  EXPECT_RET (recvmmsg_time64 (fd[0], vector, 2, 0, &time), 2);
  EXPECT_RANGE (time.tv_sec, most - 100, most - 1);
}

CASE (recvmmsg_time64, timeout_kept_by_failure, "kernel net/socket.c", "5.1")
{
  struct __kernel_timespec time = { 1000, 5 };
  int fd[2];
  sent_pair (fd, 0);
  EXPECT_ERR (recvmmsg_time64 (fd[0], vector, 1, MSG_DONTWAIT, &time), EAGAIN);
  EXPECT_EQ (time.tv_sec, 1000);
  EXPECT_EQ (time.tv_nsec, 5);
}
