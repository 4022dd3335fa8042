/* recvfrom-length.c - cases of recvfrom: room for the address, and waiting. */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];

/* Cut off, and the full length stored.  */
CASE (recvfrom, length_short, "recvfrom(2)", "2.2")
{
  struct sockaddr_in got;
  socklen_t length = 4;
  int fd = sent_by_udp (NULL);
  FILLED (got);
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.sin_family, AF_INET);
  EXPECT_UNTOUCHED ((char *)&got + 4, &got + 1);
}

CASE (recvfrom, length_short_unix, "recvfrom(2)", "2.2")
{
  struct sockaddr_un name, got;
  socklen_t name_length = abstract_name (&name, 'a'), length = 5;
  int fd = unix_bound (SOCK_DGRAM, &name, name_length);
  FILLED (got);
  MUST (sendto (fd, "abc", 3, 0, &name, name_length));
  EXPECT_RET (recvfrom (fd, room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, name_length);
  EXPECT_BYTES (&got, &name, 5);
  EXPECT_UNTOUCHED ((char *)&got + 5, &got + 1);
}

CASE (recvfrom, length_zero, "recvfrom(2)", "2.2")
{
  socklen_t length = 0;
  int fd = sent_by_udp (NULL);
  EXPECT_RET (recvfrom (fd, room, 64, 0, BAD_POINTER, &length), 3);
  EXPECT_EQ (length, sizeof (struct sockaddr_in));
}

/* The datagram is lost.  */
CASE (recvfrom, length_negative, "recvfrom(2)", "2.2")
{
  struct sockaddr_in got;
  socklen_t length = (socklen_t)-1;
  int fd = sent_by_udp (NULL);
  EXPECT_ERR (recvfrom (fd, room, 64, 0, &got, &length), EINVAL);
  EXPECT_EQ (length, (socklen_t)-1);
  EXPECT_ERR (recvfrom (fd, room, 64, MSG_DONTWAIT, 0, 0), EAGAIN);
}

/* More room than needed: only the address itself is written.  */
CASE (recvfrom, length_long, "recvfrom(2)", "2.2")
{
  struct sockaddr_in *got = guarded (sizeof *got);
  socklen_t *length = guarded (sizeof *length);
  int fd = sent_by_udp (NULL);
  *length = 0x7fffffff;
  EXPECT_RET (recvfrom (fd, room, 64, 0, got, length), 3);
  EXPECT_EQ (*length, sizeof *got);
  EXPECT_EQ (got->sin_family, AF_INET);
}

/* --- Pointers: a bad one loses the datagram.  */

CASE (recvfrom, length_bad, "recvfrom(2)", "1.0")
{
  struct sockaddr_in got;
  int fd = sent_by_udp (NULL);
  EXPECT_ERR (recvfrom (fd, room, 64, 0, &got, BAD_POINTER), EFAULT);
  EXPECT_ERR (recvfrom (fd, room, 64, MSG_DONTWAIT, 0, 0), EAGAIN);
}

CASE (recvfrom, length_null, "kernel net/socket.c", "1.0", NEEDS_NOTHING,
      "recv(2) has EFAULT for a receive buffer alone")
{
  struct sockaddr_in got;
  int fd = sent_by_udp (NULL);
  EXPECT_ERR (recvfrom (fd, room, 64, 0, &got, NULL_POINTER), EFAULT);
}

CASE (recvfrom, address_bad, "recvfrom(2)", "1.0")
{
  socklen_t length = sizeof (struct sockaddr_in);
  int fd = sent_by_udp (NULL);
  EXPECT_ERR (recvfrom (fd, room, 64, 0, BAD_POINTER, &length), EFAULT);
  EXPECT_ERR (recvfrom (fd, room, 64, MSG_DONTWAIT, 0, 0), EAGAIN);
}

CASE (recvfrom, address_over_page_end, "recvfrom(2)", "1.0")
{
  socklen_t length = sizeof (struct sockaddr_in);
  char *got = guarded (sizeof (struct sockaddr_in) - 1);
  int fd = sent_by_udp (NULL);
  EXPECT_ERR (recvfrom (fd, room, 64, 0, got, &length), EFAULT);
}

/* They are not read before there is an address.  */
CASE (recvfrom, pointers_bad_and_nothing_there, "kernel net/socket.c", "2.2")
{
  int fd = inet_bound (SOCK_DGRAM, NULL);
  EXPECT_ERR (recvfrom (fd, room, 64, MSG_DONTWAIT, BAD_POINTER, BAD_POINTER),
              EAGAIN);
}

CASE (recvfrom, words_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  int fd = sent_by_udp (NULL);
  EXPECT_RET (recvfrom (DIRTY_HIGH (fd), room, 64, DIRTY_HIGH (MSG_DONTWAIT),
                        &got, &length),
              3);
}

/* --- Waiting, and its end, in this form of the call.  */

CASE (recvfrom, signal, "signal(7)", "1.0")
{
  struct sockaddr_in got;
  socklen_t length = sizeof got;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  signal_in (100, 0);
  EXPECT_ERR (recvfrom (fd, room, 64, 0, &got, &length), EINTR);
  EXPECT_EQ (length, sizeof got);
}

CASE (recvfrom, signal_with_restart, "signal(7)", "1.0")
{
  struct sockaddr_un got;
  socklen_t length = sizeof got;
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  signal_in (50, SA_RESTART);
  write_after_signal (fd[1], "abc", 3);
  EXPECT_RET (recvfrom (fd[0], room, 64, 0, &got, &length), 3);
  EXPECT_EQ (length, 0);
  EXPECT_RANGE (signals_seen (), 1, 100);
}
