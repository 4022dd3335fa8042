/* sendmmsg.c - cases of sendmmsg.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define MESSAGES 1024 /* UIO_MAXIOV: the most in one call.  */

/* COUNT messages, number i of i + 1 bytes of at most "abcdefgh", and FILL
   in all else.  */
static void
messages_of (struct mmsghdr *message, struct iovec *piece, int count)
{
  static char data[] = "abcdefgh";
  memset (message, FILL, count * sizeof *message);
  for (int i = 0; i < count; i++)
    {
      piece[i] = (struct iovec){ data, i % 8 + 1 };
      message_of (&message[i].msg_hdr, &piece[i], 1);
    }
}

static struct iovec pieces[MESSAGES + 8];
static struct mmsghdr messages[MESSAGES + 8];
static const unsigned int untouched = 0xA5A5A5A5;

/* --- How many.  */

CASE (sendmmsg, three, "sendmmsg(2)", "3.0")
{
  int fd[2];
  char got[8];
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 3);
  EXPECT_RET (sendmmsg (fd[0], messages, 3, 0), 3);
  for (int i = 0; i < 3; i++)
    {
      EXPECT_EQ (messages[i].msg_len, i + 1);
      EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), i + 1);
      EXPECT_BYTES (got, "abc", i + 1);
    }
}

/* As resolvers send two queries.  */
CASE (sendmmsg, udp_two_names, "sendmmsg(2)", "3.0")
{
  struct sockaddr_in where[2];
  char got[8];
  int first = inet_bound (SOCK_DGRAM, &where[0]);
  int second = inet_bound (SOCK_DGRAM, &where[1]);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  messages_of (messages, pieces, 2);
  for (int i = 0; i < 2; i++)
    {
      messages[i].msg_hdr.msg_name = &where[i];
      messages[i].msg_hdr.msg_namelen = sizeof where[i];
    }
  EXPECT_RET (sendmmsg (fd, messages, 2, MSG_NOSIGNAL), 2);
  EXPECT_RET (recv (first, got, sizeof got, 0), 1);
  EXPECT_RET (recv (second, got, sizeof got, 0), 2);
}

CASE (sendmmsg, vlen_zero, "sendmmsg(2)", "3.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (sendmmsg (fd[0], messages, 0, 0), 0);
  EXPECT_RET (sendmmsg (fd[0], BAD_POINTER, 0, 0), 0);
}

CASE (sendmmsg, vlen_zero_fd_closed, "kernel net/socket.c", "3.0",
      NEEDS_NOTHING, "sendmmsg(2) does not say that the descriptor counts")
{
  EXPECT_ERR (sendmmsg (closed_fd (), messages, 0, 0), EBADF);
}

CASE (sendmmsg, vlen_1032, "sendmmsg(2)", "3.1")
{
  int fd[2];
  udp_pair (fd);
  messages_of (messages, pieces, MESSAGES + 8);
  EXPECT_RET (sendmmsg (fd[0], messages, MESSAGES + 8, 0), MESSAGES);
  EXPECT_EQ (messages[MESSAGES - 1].msg_len, 8);
  EXPECT_EQ (messages[MESSAGES].msg_len, untouched);
}

CASE (sendmmsg, vlen_all_ones, "sendmmsg(2)", "3.1")
{
  int fd[2];
  udp_pair (fd);
  messages_of (messages, pieces, MESSAGES + 1);
  EXPECT_RET (sendmmsg (fd[0], messages, -1, 0), MESSAGES);
  EXPECT_EQ (messages[MESSAGES].msg_len, untouched);
}

CASE (sendmmsg, ints_dirty_high, "kernel arch/x86", "3.0", NEEDS_WIDE)
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 3);
  EXPECT_RET (sendmmsg (DIRTY_HIGH (fd[0]), messages, DIRTY_HIGH (2),
                        DIRTY_HIGH (MSG_DONTWAIT)),
              2);
  EXPECT_EQ (messages[2].msg_len, untouched);
}

/* --- Only msg_len is written.  */

CASE (sendmmsg, headers_kept, "sendmmsg(2)", "3.0")
{
  int fd[2];
  struct mmsghdr before[2];
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 2);
  memcpy (before, messages, sizeof before);
  EXPECT_RET (sendmmsg (fd[0], messages, 2, 0), 2);
  before[0].msg_len = 1;
  before[1].msg_len = 2;
  EXPECT_BYTES (messages, before, sizeof before);
}

/* It is sent, but its length cannot be stored.  */
CASE (sendmmsg, vector_read_only, "kernel net/socket.c", "3.0")
{
  int fd[2];
  char got[8];
  char *page = guarded (page_size ());
  unix_pair (SOCK_DGRAM, fd);
  messages_of ((struct mmsghdr *)page, pieces, 2);
  MUST (mprotect (page, page_size (), PROT_READ));
  EXPECT_ERR (sendmmsg (fd[0], page, 2, 0), EFAULT);
  EXPECT_RET (recv (fd[1], got, sizeof got, MSG_DONTWAIT), 1);
  EXPECT_ERR (recv (fd[1], got, sizeof got, MSG_DONTWAIT), EAGAIN);
}

/* --- Errors: of the first message that of the call, of another its end.  */

CASE (sendmmsg, vector_bad, "sendmmsg(2)", "3.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (sendmmsg (fd[0], BAD_POINTER, 1, 0), EFAULT);
  EXPECT_ERR (sendmmsg (fd[0], NULL_POINTER, 1, 0), EFAULT);
}

CASE (sendmmsg, vector_over_page_end, "sendmmsg(2)", "3.1")
{
  int fd[2];
  struct mmsghdr *vector = guarded (2 * sizeof *vector);
  unix_pair (SOCK_DGRAM, fd);
  messages_of (vector, pieces, 2);
  EXPECT_RET (sendmmsg (fd[0], vector, 3, 0), 2);
  EXPECT_EQ (vector[1].msg_len, 2);
}

CASE (sendmmsg, error_in_first, "sendmmsg(2)", "3.0")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 2);
  pieces[0].iov_base = BAD_POINTER;
  EXPECT_ERR (sendmmsg (fd[0], messages, 2, 0), EFAULT);
  EXPECT_EQ (messages[0].msg_len, untouched);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CASE (sendmmsg, error_in_second, "sendmmsg(2)", "3.1")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 3);
  pieces[1].iov_base = BAD_POINTER;
  EXPECT_RET (sendmmsg (fd[0], messages, 3, 0), 1);
  EXPECT_EQ (messages[0].msg_len, 1);
  EXPECT_EQ (messages[1].msg_len, untouched);
}

/* The error is lost, for good.  */
CASE (sendmmsg, error_is_lost, "sendmmsg(2)", "3.1")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 2);
  messages[1].msg_hdr.msg_iovlen = MESSAGES + 1;
  EXPECT_RET (sendmmsg (fd[0], messages, 2, 0), 1);
  EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_ERROR), 0);
  EXPECT_ERR (sendmmsg (fd[0], messages + 1, 1, 0), EMSGSIZE);
}

CASE (sendmmsg, udp_unconnected, "sendmmsg(2)", "3.0")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  messages_of (messages, pieces, 1);
  EXPECT_ERR (sendmmsg (fd, messages, 1, 0), EDESTADDRREQ);
}

CASE (sendmmsg, after_shutdown, "sendmmsg(2)", "3.0")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  count_signal (SIGPIPE, 0);
  messages_of (messages, pieces, 2);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_ERR (sendmmsg (fd[0], messages, 2, MSG_NOSIGNAL), EPIPE);
  EXPECT_EQ (signals_seen (), 0);
  EXPECT_ERR (sendmmsg (fd[0], messages, 2, 0), EPIPE);
  EXPECT_EQ (signals_seen (), 1);
}

CASE (sendmmsg, flag_of_the_other_layout, "kernel net/socket.c", "3.10")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  messages_of (messages, pieces, 1);
  EXPECT_EITHER (sendmmsg (fd[0], messages, 1, 0x80000000),
                 WITH_OTHER_LAYOUT (1), WITHOUT_OTHER_LAYOUT (1));
}

/* --- No room.  */

CASE (sendmmsg, dontwait_until_full, "sendmmsg(2)", "3.1")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  messages_of (messages, pieces, MESSAGES);
  long sent = sendmmsg (fd[0], messages, MESSAGES, MSG_DONTWAIT);
  EXPECT_RANGE (sent, 1, MESSAGES - 1);
  EXPECT_EQ (messages[sent - 1].msg_len, (sent - 1) % 8 + 1);
  EXPECT_EQ (messages[sent].msg_len, untouched);
  EXPECT_ERR (sendmmsg (fd[0], messages, 1, MSG_DONTWAIT), EAGAIN);
}

/* The messages sent so far are returned, not the signal.  */
CASE (sendmmsg, signal_after_some, "sendmmsg(2)", "3.1")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  messages_of (messages, pieces, MESSAGES);
  signal_in (60, 0);
  EXPECT_RANGE (sendmmsg (fd[0], messages, MESSAGES, 0), 1, MESSAGES - 1);
  EXPECT_RANGE (signals_seen (), 1, 100);
}

CASE (sendmmsg, signal_before_any, "sendmmsg(2)", "3.0")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  fill_up (fd[0]);
  messages_of (messages, pieces, 2);
  signal_in (60, 0);
  EXPECT_ERR (sendmmsg (fd[0], messages, 2, 0), EINTR);
  EXPECT_EQ (messages[0].msg_len, untouched);
}

/* No message is sent after one that was sent in part.  */
CASE (sendmmsg, stream_in_part, "kernel net/socket.c", "4.9", NEEDS_NOTHING,
      "sendmmsg(2) does not say that a message in part is the last")
{
  static char much[1 << 18];
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[0], SOL_SOCKET, SO_SNDBUF, 0);
  messages_of (messages, pieces, 2);
  pieces[0] = (struct iovec){ much, sizeof much };
  EXPECT_RET (sendmmsg (fd[0], messages, 2, MSG_DONTWAIT), 1);
  EXPECT_RANGE (messages[0].msg_len, 1, sizeof much - 1);
  EXPECT_EQ (messages[1].msg_len, untouched);
}
