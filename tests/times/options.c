/* options.c - timeouts of sockets, with 32-bit and 64-bit times.  */
/* SPDX-License-Identifier: MIT */

/* Run by times.sh on this kernel and as if on one before 5.1: the results must
   be the same.  */

#include "times.h"

TEST (timeouts_by_name)
{
  struct timeval want = { 3, 500000 }, got;
  socklen_t size = sizeof got;
  int fd = udp ();
  errno = 4711;
  int set = setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &want, sizeof want);
  int get = getsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &got, &size);
  int error = errno;
  EXPECT_EQ (set, 0);
  EXPECT_EQ (get, 0);
  EXPECT_EQ (error, 4711);
  EXPECT_EQ (size, sizeof got);
  EXPECT_EQ (got.tv_sec, 3);
  EXPECT_EQ (got.tv_usec, 500000);
  size = sizeof got;
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, SO_SNDTIMEO, &got, &size), 0);
  EXPECT_EQ (got.tv_sec, 0);
  EXPECT_EQ (SO_RCVTIMEO, WIDE ? NEW_RCVTIMEO : OLD_RCVTIMEO);
}

/* Both forms access one timeout.  */
TEST (timeouts_old_and_new)
{
  old_time old = { 7, 500000 };
  new_time new = { 9, 500000 };
  socklen_t size = sizeof new;
  int fd = udp ();
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, OLD_SNDTIMEO, old, sizeof old), 0);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, NEW_SNDTIMEO, new, &size), 0);
  EXPECT_EQ (size, sizeof new);
  EXPECT_EQ (new[0], 7);
  EXPECT_EQ (new[1], 500000);
  new[0] = 9;
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, NEW_SNDTIMEO, new, 99), 0);
  size = sizeof old;
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, OLD_SNDTIMEO, old, &size), 0);
  EXPECT_EQ (old[0], 9);
  EXPECT_EQ (old[1], 500000);
}

TEST (timeout_ends_a_call)
{
  char byte;
  struct timeval time = { 0, 50000 };
  int fd = udp ();
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time), 0);
  EXPECT_ERR (recv (fd, &byte, 1, 0), EAGAIN);
}

static int
set_new (int fd, int64_t sec, int64_t usec)
{
  new_time time = { sec, usec };
  return setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, time, sizeof time);
}

TEST (wrong_fractions)
{
  int fd = udp ();
  EXPECT_ERR (set_new (fd, 1, 1000000), EDOM);
  EXPECT_ERR (set_new (fd, 1, -1), EDOM);
  EXPECT_ERR (set_new (fd, 1, 1LL << 32), EDOM);
  EXPECT_EQ (set_new (fd, 1, 999999), 0);
}

/* More seconds than the kernel can count are no timeout, or one of years.  */
TEST (many_seconds)
{
  char byte;
  new_time got;
  socklen_t size = sizeof got;
  int fd = udp ();
  EXPECT_EQ (set_new (fd, (1LL << 40) + 5, 0), 0);
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, got, &size), 0);
  EXPECT (got[0] == 0 || got[0] > 1 << 20);
  EXPECT_EQ (set_new (fd, -(1LL << 40), 0), 0);
  EXPECT_ERR (recv (fd, &byte, 1, 0), EAGAIN);
}

TEST (set_refuses)
{
  char *page = last_page ();
  new_time time = { 1, 0 };
  int fd = udp ();
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, BAD, 16), EFAULT);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, page + PAGE - 8, 16),
              EFAULT);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, time, 15), EINVAL);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, time, -1), EINVAL);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, NEW_TIMESTAMP, BAD, 4), EFAULT);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, NEW_TIMESTAMP, time, 3), EINVAL);
  EXPECT_ERR (setsockopt (fd, IPPROTO_IP, NEW_RCVTIMEO, time, 16),
              ENOPROTOOPT);
  EXPECT_ERR (setsockopt (-1, SOL_SOCKET, NEW_RCVTIMEO, time, 16), EBADF);
  memcpy (page + PAGE - 16, time, 16);
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, page + PAGE - 16, 16),
             0);
}

TEST (get_refuses)
{
  char *page = last_page ();
  socklen_t size = 16, *end = (void *)(page + PAGE - 4), *start = end + 1;
  new_time got;
  int fd = udp ();
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, BAD, &size), EFAULT);
  EXPECT_EQ (size, 16);
  EXPECT_ERR (
      getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, page + PAGE - 8, &size),
      EFAULT);
  EXPECT_EQ (size, 16);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, got, BAD), EFAULT);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, got, start), EFAULT);
  size = (socklen_t)-1;
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, got, &size), EINVAL);
  *end = 16;
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, got, end), 0);
  *end = 16;
  EXPECT_EQ (mprotect (page, PAGE, PROT_READ), 0);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, got, end), EFAULT);
}

/* Just as many bytes as there is room for are written.  */
TEST (get_has_less_room)
{
  char *page = last_page ();
  new_time want = { 0x01020304, 0xbcdef };
  int fd = udp ();
  EXPECT_EQ (setsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, want, sizeof want), 0);
  socklen_t whole = sizeof want;
  EXPECT_EQ (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, want, &whole), 0);
  for (socklen_t have = 0; have <= 20; have++)
    {
      socklen_t size = have;
      char *at = page + PAGE - have;
      memset (page, FILL, PAGE);
      EXPECT_EQ (getsockopt (fd, SOL_SOCKET, NEW_RCVTIMEO, at, &size), 0);
      EXPECT_EQ (size, have < 16 ? have : 16);
      EXPECT_EQ (memcmp (at, want, size), 0);
      EXPECT_EQ (at[-1], FILL);
      EXPECT (have <= 16 || at[16] == FILL);
    }
}

SUITE (options, CASE (timeouts_by_name), CASE (timeouts_old_and_new),
       CASE (timeout_ends_a_call), CASE (wrong_fractions), CASE (many_seconds),
       CASE (set_refuses), CASE (get_refuses), CASE (get_has_less_room))
