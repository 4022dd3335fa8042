/* fallback.c - the behaviour of calls that a fallback emulates.  */
/* SPDX-License-Identifier: MIT */

/* Run by fallback.sh as if on old kernels, and on this one: the results must
   be the same.  */

#define SUITE_TOGETHER 1
#include "suite.h"
#include "fallback.h"

#define ALL_FLAGS (SOCK_CLOEXEC | SOCK_NONBLOCK)

/* --- accept4.  */

TEST (descriptor_flags)
{
  static const int all[] = { 0, SOCK_CLOEXEC, SOCK_NONBLOCK, ALL_FLAGS };
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
    {
      int listener = listens ();
      connects ();
      errno = 4711;
      int fd = accept4 (listener, 0, 0, all[i]);
      int error = errno;
      EXPECT (fd >= 0);
      EXPECT_EQ (error, 4711);
      EXPECT_EQ (fcntl (fd, F_GETFD) & FD_CLOEXEC,
                 all[i] & SOCK_CLOEXEC ? FD_CLOEXEC : 0);
      EXPECT_EQ (fcntl (fd, F_GETFL) & O_NONBLOCK,
                 all[i] & SOCK_NONBLOCK ? O_NONBLOCK : 0);
      close (listener);
    }
}

TEST (unknown_flag_takes_nothing)
{
  int listener = listens ();
  connects ();
  EXPECT_ERR (accept4 (listener, 0, 0, 1), EINVAL);
  EXPECT_ERR (accept4 (listener, 0, 0, ALL_FLAGS | 0x10000), EINVAL);
  EXPECT (ready (listener));
  EXPECT (accept4 (listener, 0, 0, 0) >= 0);
}

TEST (ordinary_einval)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  for (int i = 0; i < 3; i++)
    EXPECT_ERR (accept4 (fd, 0, 0, SOCK_CLOEXEC), EINVAL);
}

TEST (accept_errors)
{
  int ends[2];
  EXPECT_EQ (pipe2 (ends, 0), 0);
  EXPECT_ERR (accept4 (-1, 0, 0, 0), EBADF);
  EXPECT_ERR (accept4 (ends[0], 0, 0, 0), ENOTSOCK);
  int listener = listens ();
  EXPECT_EQ (fcntl (listener, F_SETFL, O_RDWR | O_NONBLOCK), 0);
  EXPECT_ERR (accept4 (listener, 0, 0, 0), EAGAIN);
}

/* The failed call consumed the connection: another one would block.  */
TEST (never_repeated)
{
  int listener = listens ();
  connects ();
  struct sockaddr_storage name;
  socklen_t size = (socklen_t)-1;
  EXPECT_ERR (accept4 (listener, (struct sockaddr *)&name, &size, 0), EINVAL);
  EXPECT (!ready (listener));
}

TEST (accept_interrupted)
{
  int listener = listens ();
  signals (0, 100);
  EXPECT_ERR (accept4 (listener, 0, 0, SOCK_CLOEXEC), EINTR);
  EXPECT_EQ (handled, 1);
}

TEST (accept_restarted)
{
  int listener = listens ();
  signals (SA_RESTART, 100);
  if (fork () == 0)
    {
      poll (0, 0, 300);
      connects ();
      poll (0, 0, 300);
      _exit (0);
    }
  EXPECT (accept4 (listener, 0, 0, SOCK_CLOEXEC) >= 0);
  EXPECT_EQ (handled, 1);
}

/* --- sendmmsg.  */

TEST (partial_send)
{
  pair ();
  vec[1].msg_hdr.msg_iov = BAD;
  vec[1].msg_len = 77;
  errno = 4711;
  int sent = sendmmsg (ends[0], vec, 3, 0);
  int error = errno;
  EXPECT_EQ (sent, 1);
  EXPECT_EQ (error, 4711);
  EXPECT_EQ (vec[0].msg_len, 3);
  EXPECT_EQ (vec[1].msg_len, 77);
  EXPECT_EQ (recv (ends[1], buffer, sizeof buffer, MSG_DONTWAIT), 3);
  EXPECT_ERR (recv (ends[1], buffer, sizeof buffer, MSG_DONTWAIT), EAGAIN);
}

/* A signal truncates the first message: the second must not follow it.  */
TEST (stops_after_a_part)
{
  pair ();
  EXPECT_EQ (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), 0);
  parts[0].iov_base = pages (1024);
  parts[0].iov_len = 1024 * PAGE;
  vec[1].msg_len = 77;
  signals (0, 150);
  EXPECT_EQ (sendmmsg (ends[0], vec, 2, 0), 1);
  EXPECT (vec[0].msg_len > 0 && vec[0].msg_len < 1024 * PAGE);
  EXPECT_EQ (vec[1].msg_len, 77);
}

TEST (first_send_fails)
{
  pair ();
  vec[0].msg_hdr.msg_iov = BAD;
  vec[0].msg_len = 77;
  EXPECT_ERR (sendmmsg (ends[0], vec, 2, 0), EFAULT);
  EXPECT_EQ (vec[0].msg_len, 77);
}

TEST (no_messages)
{
  int pipes[2];
  pair ();
  EXPECT_EQ (pipe2 (pipes, 0), 0);
  errno = 4711;
  int sent = sendmmsg (ends[0], vec, 0, 0);
  int got = recvmmsg (ends[0], vec, 0, 0, 0);
  int error = errno;
  EXPECT_EQ (sent, 0);
  EXPECT_EQ (got, 0);
  EXPECT_EQ (error, 4711);
  EXPECT_ERR (sendmmsg (-1, vec, 0, 0), EBADF);
  EXPECT_ERR (recvmmsg (-1, vec, 0, 0, 0), EBADF);
  EXPECT_ERR (sendmmsg (pipes[1], vec, 0, 0), ENOTSOCK);
  EXPECT_ERR (recvmmsg (pipes[0], vec, 0, 0, 0), ENOTSOCK);
}

/* --- Bad memory.  */

TEST (bad_vectors)
{
  pair ();
  if (!SUITE_BAD_MSGHDR)
    return;
  sends (1);
  EXPECT_ERR (sendmmsg (ends[0], BAD, 1, 0), EFAULT);
  EXPECT_ERR (recvmmsg (ends[1], BAD, 1, MSG_DONTWAIT, 0), EFAULT);
}

TEST (length_is_read_only)
{
  pair ();
  if (!SUITE_BAD_MSGHDR)
    return;
  EXPECT_ERR (sendmmsg (ends[0], (void *)&fixed, 1, 0), EFAULT);
  sends (1);
  EXPECT_ERR (RECEIVE (ends[1], (void *)&fixed, 1, MSG_DONTWAIT, 0), EFAULT);
  EXPECT_EQ (*(volatile const unsigned *)&fixed.msg_len, 77);
}

TEST (bad_timeouts)
{
  pair ();
  sends (1);
  EXPECT_ERR (receives (1, MSG_DONTWAIT, BAD), EFAULT);
  char *two = pages (2);
  EXPECT_EQ (munmap (two + PAGE, PAGE), 0);
  struct timespec *half = (void *)(two + PAGE - sizeof *half / 2);
  EXPECT_ERR (receives (1, MSG_DONTWAIT, half), EFAULT);
  struct timespec wrong = { 0, 1000000000 };
  EXPECT_ERR (receives (1, MSG_DONTWAIT, &wrong), EINVAL);
  wrong.tv_nsec = -1;
  EXPECT_ERR (receives (1, MSG_DONTWAIT, &wrong), EINVAL);
  wrong.tv_sec = -1;
  wrong.tv_nsec = 0;
  EXPECT_ERR (receives (1, MSG_DONTWAIT, &wrong), EINVAL);
  EXPECT (ready (ends[1]));
}

TEST (timeout_is_read_only)
{
  pair ();
  sends (1);
  EXPECT_ERR (receives (1, MSG_DONTWAIT, (void *)&fixed_time), EFAULT);
}

/* --- recvmmsg.  */

TEST (timeout_is_written_back)
{
  struct timespec time = { 5, 0 };
  pair ();
  sends (2);
  errno = 4711;
  int got = receives (2, 0, &time);
  int error = errno;
  EXPECT_EQ (got, 2);
  EXPECT_EQ (error, 4711);
  EXPECT_EQ (vec[1].msg_len, 3);
  EXPECT_EQ (time.tv_sec, 4);
  EXPECT (time.tv_nsec >= 0 && time.tv_nsec < 1000000000);
}

TEST (timeout_ends_it)
{
  struct timespec time = { 0, 1 };
  pair ();
  sends (3);
  EXPECT_EQ (receives (3, 0, &time), 1);
  EXPECT_EQ (time.tv_sec, 0);
  EXPECT_EQ (time.tv_nsec, 0);
}

TEST (waits_for_one)
{
  pair ();
  EXPECT_ERR (receives (3, MSG_DONTWAIT | MSG_WAITFORONE, 0), EAGAIN);
  sends (2);
  EXPECT_EQ (receives (3, MSG_WAITFORONE, 0), 2);
}

/* With MSG_PEEK the same byte could be received again.  */
TEST (urgent_byte_ends_it)
{
  tcp_pair ();
  struct pollfd urgent = { .fd = ends[1], .events = POLLPRI };
  EXPECT_EQ (send (ends[0], "u", 1, MSG_OOB), 1);
  EXPECT_EQ (poll (&urgent, 1, 10000), 1);
  EXPECT_EQ (receives (2, MSG_OOB | MSG_PEEK, 0), 1);
}

TEST (receive_interrupted)
{
  pair ();
  signals (0, 100);
  EXPECT_ERR (receives (2, 0, 0), EINTR);
  EXPECT_EQ (handled, 1);
}

TEST (interrupted_after_one)
{
  pair ();
  sends (1);
  signals (0, 100);
  EXPECT_EQ (receives (2, 0, 0), 1);
  EXPECT_EQ (handled, 1);
}

TEST (receive_restarted)
{
  pair ();
  signals (SA_RESTART, 100);
  if (fork () == 0)
    {
      poll (0, 0, 300);
      sends (1);
      _exit (0);
    }
  EXPECT_EQ (receives (1, 0, 0), 1);
  EXPECT_EQ (handled, 1);
}

SUITE (fallback, CASE (descriptor_flags), CASE (unknown_flag_takes_nothing),
       CASE (ordinary_einval), CASE (accept_errors), CASE (never_repeated),
       CASE (accept_interrupted), CASE (accept_restarted), CASE (partial_send),
       CASE (stops_after_a_part), CASE (first_send_fails), CASE (no_messages),
       CASE (bad_vectors), CASE (length_is_read_only), CASE (bad_timeouts),
       CASE (timeout_is_read_only), CASE (timeout_is_written_back),
       CASE (timeout_ends_it), CASE (waits_for_one),
       CASE (urgent_byte_ends_it), CASE (receive_interrupted),
       CASE (interrupted_after_one), CASE (receive_restarted))
