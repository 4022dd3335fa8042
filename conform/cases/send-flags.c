/* send-flags.c - cases of the flags that sending has.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- MSG_OOB.  */

CASE (send, oob_udp, "send(2)", "2.2")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_OOB), EOPNOTSUPP);
}

CASE (send, oob_unix_datagram, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_OOB), EOPNOTSUPP);
}

CASE (send, oob_unix_seqpacket, "unix(7)", "2.6.4")
{
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_ERR (send (fd[0], "a", 1, MSG_OOB), EOPNOTSUPP);
}

/* The last byte is the urgent one.  */
CASE (send, oob_tcp, "tcp(7)", "1.0")
{
  int fd[2];
  char got[4];
  need_setting ("ipv4/tcp_stdurg", 0, 0);
  tcp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_OOB), 3);
  wait_for (fd[1], POLLPRI);
  EXPECT_RET (recv (fd[1], got, 1, MSG_OOB), 1);
  EXPECT_EQ (got[0], 'c');
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 2);
}

/* And a signal, if requested.  */
CASE (send, oob_tcp_signal, "tcp(7)", "1.0")
{
  int fd[2];
  tcp_pair (fd);
  count_signal (SIGURG, 0);
  MUST (fcntl (fd[1], F_SETOWN, getpid ()));
  EXPECT_RET (send (fd[0], "abc", 3, MSG_OOB), 3);
  for (int i = 0; i < 500 && signals_seen () == 0; i++)
    pause_ms (10);
  EXPECT_EQ (signals_seen (), 1);
}

CASE (send, oob_unix_stream, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
      "unix(7) says that AF_UNIX does not support MSG_OOB")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  long sent = send (fd[0], "abc", 3, MSG_OOB);
  if (sent == -EOPNOTSUPP && conform_release () >= RELEASE (5, 15, 0))
    SKIP ("the kernel is built without CONFIG_AF_UNIX_OOB");
  EXPECT_RET_FIXED (sent, 3, 5, 15, -EOPNOTSUPP);
}

CASE (send, oob_unix_stream_last_byte, "kernel net/unix/af_unix.c", "5.15",
      NEEDS_NOTHING, "unix(7) says that AF_UNIX does not support MSG_OOB")
{
  int fd[2];
  char got[4];
  unix_pair (SOCK_STREAM, fd);
  if (send (fd[0], "abc", 3, MSG_OOB) == -EOPNOTSUPP)
    SKIP ("the kernel is built without CONFIG_AF_UNIX_OOB");
  EXPECT_RET (recv (fd[1], got, 1, MSG_OOB), 1);
  EXPECT_EQ (got[0], 'c');
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 2);
  EXPECT_BYTES (got, "ab", 2);
}

CASE (send, oob_unix_stream_len_zero, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send (fd[0], "a", 0, MSG_OOB), EOPNOTSUPP);
}

/* --- MSG_MORE.  */

CASE (send, more_udp, "send(2)", "2.6.0")
{
  int fd[2];
  char got[8];
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "ab", 2, MSG_MORE), 2);
  EXPECT_ERR (recv (fd[1], got, sizeof got, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (send (fd[0], "c", 1, 0), 1);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 3);
  EXPECT_BYTES (got, "abc", 3);
}

CASE (send, more_udp_then_nothing, "send(2)", "2.6.0")
{
  int fd[2];
  char got[8];
  udp_pair (fd);
  MUST (send (fd[0], "ab", 2, MSG_MORE));
  EXPECT_RET (send (fd[0], "", 0, 0), 0);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 2);
}

/* An error drops the gathered data.  */
CASE (send, more_udp_too_long, "kernel net/ipv4/ip_output.c", "2.6.0")
{
  int fd[2];
  udp_pair (fd);
  char *data = guarded (65507);
  MUST (send (fd[0], "ab", 2, MSG_MORE));
  EXPECT_ERR (send (fd[0], data, 65506, 0), EMSGSIZE);
  EXPECT_RET (send (fd[0], "c", 1, 0), 1);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], data, 8, MSG_DONTWAIT), 1);
}

/* Held for at most 0.2 s.  */
CASE (send, more_tcp, "send(2)", "2.4.4")
{
  int fd[2];
  char got[8];
  tcp_pair (fd);
  long start = tick_ms ();
  MUST (send (fd[0], "ab", 2, MSG_MORE));
  long early = recv (fd[1], got, sizeof got, MSG_DONTWAIT);
  if (tick_ms () - start > 100)
    SKIP ("too slow here to see it held back");
  EXPECT_ERR (early, EAGAIN);
  EXPECT_RET (send (fd[0], "c", 1, 0), 1);
  EXPECT_RET (recv (fd[1], got, 3, MSG_WAITALL), 3);
  EXPECT_BYTES (got, "abc", 3);
}

CASE (send, more_unix_datagram, "kernel net/unix/af_unix.c", "2.6.0")
{
  int fd[2];
  char got[8];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (send (fd[0], "ab", 2, MSG_MORE), 2);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 2);
}

/* --- MSG_EOR, MSG_DONTROUTE, MSG_CONFIRM, MSG_PROBE.  */

/* Every call ends a record; the receiver gets no flag for it.  */
CASE (send, eor_seqpacket, "kernel net/unix/af_unix.c", "2.6.4", NEEDS_NOTHING,
      "send(2) says that MSG_EOR ends a record of SOCK_SEQPACKET")
{
  int fd[2];
  char got[8];
  struct iovec piece = { got, sizeof got };
  struct msghdr message;
  message_of (&message, &piece, 1);
  unix_pair (SOCK_SEQPACKET, fd);
  EXPECT_RET (send (fd[0], "ab", 2, 0), 2);
  EXPECT_RET (send (fd[0], "c", 1, MSG_EOR), 1);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 2);
  EXPECT_RET (recvmsg (fd[1], &message, MSG_DONTWAIT), 1);
  EXPECT_EQ (message.msg_flags, 0);
}

CASE (send, eor_tcp, "kernel net/ipv4/tcp.c", "2.2")
{
  int fd[2];
  char got[8];
  tcp_pair (fd);
  EXPECT_RET (send (fd[0], "ab", 2, MSG_EOR), 2);
  EXPECT_RET (recv (fd[1], got, 2, MSG_WAITALL), 2);
}

CASE (send, dontroute_loopback, "send(2)", "1.0")
{
  int fd[2];
  char got[8];
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_DONTROUTE), 3);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 3);
}

CASE (send, confirm_udp, "send(2)", "2.3.15")
{
  int fd[2];
  char got[8];
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_CONFIRM), 3);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 3);
}

/* It could be sent, but is not.  */
CASE (send, probe_udp, "kernel net/ipv4/ip_output.c", "2.4", NEEDS_NOTHING,
      "send(2) does not have MSG_PROBE")
{
  int fd[2];
  char got[8];
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_PROBE), 3);
  EXPECT_RET (send (fd[0], "d", 1, 0), 1);
  wait_for (fd[1], POLLIN);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 1);
}

/* --- Flags without a meaning.  */

CASE (send, flags_of_receiving, "kernel net/ipv4/udp.c", "2.4", NEEDS_NOTHING,
      "send(2) has EOPNOTSUPP for some flags")
{
  int fd[2];
  udp_pair (fd);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_PEEK | MSG_TRUNC | MSG_CTRUNC), 3);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_WAITALL | MSG_ERRQUEUE), 3);
  EXPECT_RET (send (fd[0], "abc", 3, MSG_CMSG_CLOEXEC | MSG_WAITFORONE), 3);
}

CASE (send, flags_unknown, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
      "send(2) has EOPNOTSUPP for some flags")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send (fd[0], "abc", 3, 0x90D00000), 3);
}

/* MSG_SPLICE_PAGES and MSG_NO_SHARED_FRAGS, which are internal to the
   kernel, would send the page and not the bytes.  */
CASE (send, flags_of_the_kernel, "kernel net/socket.c", "6.5")
{
  int fd[2];
  char got[8], data[] = "abc";
  tcp_pair (fd);
  EXPECT_RET (send (fd[0], data, 3, MSG_MORE | 0x08080000), 3);
  data[1] = 'x';
  EXPECT_RET (send (fd[0], "d", 1, 0), 1);
  EXPECT_RET (recv (fd[1], got, 4, MSG_WAITALL), 4);
  EXPECT_BYTES (got, "abcd", 4);
}
