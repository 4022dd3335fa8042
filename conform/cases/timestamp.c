/* timestamp.c - times that come with a datagram, as control data.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Numbers as SO_TIMESTAMP, SO_TIMESTAMPNS and SO_TIMESTAMPING return them:
   64 bits in the new form, longs in the old one.  */
static int64_t
number (const void *at, size_t width, int i)
{
  int64_t wide;
  int32_t narrow;
  memcpy (&narrow, (const char *)at + width * i, sizeof narrow);
  if (width == sizeof narrow)
    return narrow;
  memcpy (&wide, (const char *)at + width * i, sizeof wide);
  return wide;
}

/* The time at AT must be now, with a fraction below MOST.  */
static void
is_now (const void *at, size_t width, int64_t most)
{
  struct timespec now;
  MUST (clock_gettime (CLOCK_REALTIME, &now));
  EXPECT_RANGE (number (at, width, 0), (int64_t)now.tv_sec - 60,
                (int64_t)now.tv_sec + 60);
  EXPECT_RANGE (number (at, width, 1), 0, most - 1);
}

/* The same of SO_TIMESTAMP_OLD, whose microseconds may be an int.  */
static void
is_now_as_timeval (const struct control *r)
{
  struct timespec now;
  struct timeval old;
  MUST (clock_gettime (CLOCK_REALTIME, &now));
  memcpy (&old, only_control (r, SOL_SOCKET, SO_TIMESTAMP_OLD, sizeof old),
          sizeof old);
  EXPECT_RANGE (old.tv_sec, (int64_t)now.tv_sec - 60,
                (int64_t)now.tv_sec + 60);
  EXPECT_RANGE (old.tv_usec, 0, 999999);
}

/* A datagram to a socket on which OPTION is set.  */
static void
receive_stamped (struct control *r, int option)
{
  int fd[2];
  udp_pair (fd);
  set_int_option (fd[1], SOL_SOCKET, option, 1);
  MUST (send (fd[0], "abc", 3, 0));
  EXPECT_RET (receive_control (fd[1], r, 0), 3);
}

/* One control message, and no more: of two longs, or of two 64-bit numbers.
   The type is the number of the option.  */

CASE (recvmsg, timestamp_old, "socket(7)", "2.2")
{
  struct control r;
  receive_stamped (&r, SO_TIMESTAMP_OLD);
  is_now_as_timeval (&r);
}

CASE (recvmsg, timestampns_old, "kernel net/socket.c", "2.6.22")
{
  struct control r;
  receive_stamped (&r, SO_TIMESTAMPNS_OLD);
  is_now (only_control (&r, SOL_SOCKET, SO_TIMESTAMPNS_OLD, 2 * sizeof (long)),
          sizeof (long), 1000000000);
}

CASE (recvmsg, timestamp_new, "kernel net/socket.c", "5.1")
{
  struct control r;
  receive_stamped (&r, SO_TIMESTAMP_NEW);
  is_now (only_control (&r, SOL_SOCKET, SO_TIMESTAMP_NEW, 16), 8, 1000000);
}

CASE (recvmsg, timestampns_new, "kernel net/socket.c", "5.1")
{
  struct control r;
  receive_stamped (&r, SO_TIMESTAMPNS_NEW);
  is_now (only_control (&r, SOL_SOCKET, SO_TIMESTAMPNS_NEW, 16), 8,
          1000000000);
}

/* The kernel starts to stamp datagrams soon after the first socket requests
   it, not at once: until then a datagram has no time of the kind below.  */
static void
receive_stamped_by_network (struct control *r, int option)
{
  int fd[2];
  long from = now_ms ();
  udp_pair (fd);
  set_int_option (fd[1], SOL_SOCKET, option,
                  SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE);
  do
    {
      MUST (send (fd[0], "abc", 3, 0));
      EXPECT_RET (receive_control (fd[1], r, 0), 3);
      if (r->message.msg_controllen == 0)
        pause_ms (10);
    }
  while (r->message.msg_controllen == 0 && now_ms () < from + 3000);
}

/* Three times of two numbers: by software, none, and by the device.  */
CASE (recvmsg, timestamping_old, "kernel net/socket.c", "2.6.30")
{
  struct control r;
  receive_stamped_by_network (&r, SO_TIMESTAMPING_OLD);
  const void *times
      = only_control (&r, SOL_SOCKET, SO_TIMESTAMPING_OLD, 6 * sizeof (long));
  is_now (times, sizeof (long), 1000000000);
  for (int i = 2; i < 6; i++)
    EXPECT_EQ (number (times, sizeof (long), i), 0);
}

CASE (recvmsg, timestamping_new, "kernel net/socket.c", "5.1")
{
  struct control r;
  receive_stamped_by_network (&r, SO_TIMESTAMPING_NEW);
  const void *times = only_control (&r, SOL_SOCKET, SO_TIMESTAMPING_NEW, 48);
  is_now (times, 8, 1000000000);
  for (int i = 2; i < 6; i++)
    EXPECT_EQ (number (times, 8, i), 0);
}

CASE (recvmsg, timestamp_unix, "kernel net/unix/af_unix.c", "2.6.37")
{
  int fd[2];
  struct control r;
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_TIMESTAMP_OLD, 1);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  is_now_as_timeval (&r);
}

/* The last one set counts.  */
CASE (setsockopt, timestampns_after_timestamp, "kernel net/core/sock.c",
      "2.6.22", NEEDS_NOTHING,
      "socket(7) says that the two exclude each other, not that the last one "
      "counts")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_TIMESTAMP_OLD, &(int){ 1 }, 4),
              0);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_TIMESTAMPNS_OLD, &(int){ 1 }, 4),
              0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TIMESTAMP_OLD), 0);
  EXPECT_EQ_FIXED (int_option (fd, SOL_SOCKET, SO_TIMESTAMPNS_OLD), 1, 3, 5,
                   -1);
}

CASE (recvmsg, timestamp_off_again, "socket(7)", "2.2")
{
  int fd[2];
  struct control r;
  udp_pair (fd);
  set_int_option (fd[1], SOL_SOCKET, SO_TIMESTAMP_OLD, 1);
  set_int_option (fd[1], SOL_SOCKET, SO_TIMESTAMP_OLD, 0);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  EXPECT_EQ (r.message.msg_controllen, 0);
}

/* Too little room: as much as fits, and MSG_CTRUNC.  */
CASE (recvmsg, timestamp_cut, "recvmsg(2)", "2.2")
{
  int fd[2];
  char data[4];
  struct iovec piece = { data, sizeof data };
  union
  {
    struct cmsghdr header;
    char room[CMSG_SPACE (2 * sizeof (long))];
  } control;
  struct msghdr message = { .msg_iov = &piece,
                            .msg_iovlen = 1,
                            .msg_control = &control,
                            .msg_controllen = CMSG_LEN (sizeof (long)) };
  udp_pair (fd);
  FILLED (control);
  set_int_option (fd[1], SOL_SOCKET, SO_TIMESTAMP_OLD, 1);
  MUST (send (fd[0], "abc", 3, 0));
  EXPECT_RET (recvmsg (fd[1], &message, 0), 3);
  EXPECT_FLAGS (message.msg_flags, MSG_CTRUNC, MSG_TRUNC);
  EXPECT_EQ (message.msg_controllen, CMSG_LEN (sizeof (long)));
  EXPECT_EQ (control.header.cmsg_len, CMSG_LEN (sizeof (long)));
  EXPECT_UNTOUCHED (control.room + CMSG_LEN (sizeof (long)),
                    control.room + sizeof control.room);
}

CASE (setsockopt, timestamping_unknown_flag, "kernel net/core/sock.c",
      "2.6.30")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (
      setsockopt (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD, &(int){ 1 << 30 }, 4),
      EINVAL);
}

CASE (getsockopt, timestamping_flags, "kernel net/core/sock.c", "2.6.30")
{
  const int flags = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD, &flags, 4), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_TIMESTAMPING_OLD), flags);
}

/* The sending time is in the error queue, followed by the reason.  */
CASE (recvmsg, timestamping_sent, "kernel net/core/skbuff.c", "4.0")
{
  int fd[2];
  struct control r;
  struct sock_extended_err error;
  const int flags = SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE
                    | SOF_TIMESTAMPING_OPT_TSONLY;
  udp_pair (fd);
  set_int_option (fd[0], SOL_SOCKET, SO_TIMESTAMPING_OLD, flags);
  EXPECT_RET (send (fd[0], "abc", 3, 0), 3);
  EXPECT_RET (poll (&(struct pollfd){ fd[0], 0, 0 }, 1, 5000), 1);
  EXPECT_RET (receive_control (fd[0], &r, MSG_ERRQUEUE), 0);
  EXPECT_FLAGS (r.message.msg_flags, MSG_ERRQUEUE, MSG_CTRUNC);
  EXPECT_EQ (r.first.cmsg_type, SO_TIMESTAMPING_OLD);
  EXPECT_EQ (r.first.cmsg_len, CMSG_LEN (6 * sizeof (long)));
  is_now (CMSG_DATA (&r.first), sizeof (long), 1000000000);
  struct cmsghdr *next = CMSG_NXTHDR (&r.message, &r.first);
  EXPECT (next);
  EXPECT_EQ (next->cmsg_level, IPPROTO_IP);
  EXPECT_EQ (next->cmsg_type, IP_RECVERR);
  memcpy (&error, CMSG_DATA (next), sizeof error);
  EXPECT_EQ (error.ee_errno, ENOMSG);
  EXPECT_EQ (error.ee_origin, SO_EE_ORIGIN_TIMESTAMPING);
}
