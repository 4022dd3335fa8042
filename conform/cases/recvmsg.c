/* recvmsg.c - cases of recvmsg: the header and its result fields.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

static char room[64];
static struct iovec piece = { room, sizeof room };

/* A header for ROOM alone; all other bytes are FILL.  */
static void
set_up (struct msghdr *message)
{
  FILLED (*message);
  FILLED (room);
  message->msg_name = NULL;
  message->msg_namelen = 0;
  message->msg_iov = &piece;
  message->msg_iovlen = 1;
  message->msg_control = NULL;
  message->msg_controllen = 0;
}

/* Two datagram sockets of AF_UNIX, with abc waiting for the first.  */
static void
sent_pair (int fd[2])
{
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
}

/* The flags that were there do not matter and do not stay.  */
CASE (recvmsg, header_rewritten, "recvmsg(2)", "2.2")
{
  struct msghdr message;
  struct sockaddr_un name;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  message.msg_name = &name;
  message.msg_namelen = sizeof name;
  EXPECT_RET (recvmsg (fd[0], &message, 0), 3);
  EXPECT_BYTES (room, "abc", 3);
  EXPECT_UNTOUCHED (room + 3, room + sizeof room);
  EXPECT_EQ (message.msg_namelen, 0);
  EXPECT_EQ (message.msg_controllen, 0);
  EXPECT_EQ (message.msg_flags, 0);
}

CASE (recvmsg, header_otherwise_kept, "recvmsg(2)", "1.3.16")
{
  struct msghdr message;
  char control[64];
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  FILLED (control);
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  EXPECT_RET (recvmsg (fd[0], &message, 0), 3);
  EXPECT (message.msg_name == NULL);
  EXPECT (message.msg_iov == &piece);
  EXPECT_EQ (message.msg_iovlen, 1);
  EXPECT (message.msg_control == control);
  EXPECT_EQ (message.msg_controllen, 0);
  EXPECT_UNTOUCHED (control, control + sizeof control);
  EXPECT (piece.iov_base == room);
  EXPECT_EQ (piece.iov_len, sizeof room);
}

CASE (recvmsg, failure_stores_nothing, "recvmsg(2)", "2.2")
{
  struct msghdr message;
  struct sockaddr_in name;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  set_up (&message);
  FILLED (name);
  message.msg_name = &name;
  message.msg_namelen = sizeof name;
  message.msg_controllen = 7;
  EXPECT_ERR (recvmsg (fd, &message, MSG_DONTWAIT), EAGAIN);
  EXPECT_EQ (message.msg_namelen, sizeof name);
  EXPECT_EQ (message.msg_controllen, 7);
  EXPECT_UNTOUCHED (&message.msg_flags, &message.msg_flags + 1);
  EXPECT_UNTOUCHED (&name, &name + 1);
}

CASE (recvmsg, words_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  struct msghdr message;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  EXPECT_RET (recvmsg (DIRTY_HIGH (fd[0]), &message, DIRTY_HIGH (0)), 3);
}

/* --- Where the header is.  */

CASE (recvmsg, header_null, "recvmsg(2)", "1.3.16")
{
  int fd[2];
  sent_pair (fd);
  EXPECT_ERR (recvmsg (fd[0], NULL_POINTER, 0), EFAULT);
  EXPECT_RET (recv (fd[0], room, 64, MSG_DONTWAIT), 3);
}

/* Read before waiting.  */
CASE (recvmsg, header_bad, "recvmsg(2)", "1.3.16")
{
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (recvmsg (fd[0], BAD_POINTER, MSG_DONTWAIT), EFAULT);
}

CASE (recvmsg, header_at_page_end, "recvmsg(2)", "1.3.16")
{
  struct msghdr *message = guarded (sizeof *message);
  int fd[2];
  sent_pair (fd);
  set_up (message);
  EXPECT_RET (recvmsg (fd[0], message, 0), 3);
  EXPECT_EQ (message->msg_flags, 0);
}

CASE (recvmsg, header_over_page_end, "recvmsg(2)", "1.3.16")
{
  int fd[2];
  char *message = guarded (offsetof (struct msghdr, msg_flags));
  sent_pair (fd);
  memset (message, 0, offsetof (struct msghdr, msg_flags));
  EXPECT_ERR (recvmsg (fd[0], message, 0), EFAULT);
}

/* Detected only after the datagram was received, which is lost.  */
CASE (recvmsg, header_read_only, "kernel net/socket.c", "2.2", NEEDS_NOTHING,
      "recvmsg(2) does not say that the datagram is lost")
{
  struct msghdr *message = guarded (page_size ());
  int fd[2];
  sent_pair (fd);
  set_up (message);
  MUST (mprotect (message, page_size (), PROT_READ));
  EXPECT_ERR (recvmsg (fd[0], message, 0), EFAULT);
  EXPECT_ERR (recv (fd[0], room, 64, MSG_DONTWAIT), EAGAIN);
}

/* --- Returned flags.  */

CASE (recvmsg, trunc_in_msg_flags, "recvmsg(2)", "2.2")
{
  struct iovec two = { room, 2 };
  struct msghdr message;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  message.msg_iov = &two;
  EXPECT_RET (recvmsg (fd[0], &message, 0), 2);
  EXPECT_EQ (message.msg_flags, MSG_TRUNC);
  EXPECT_UNTOUCHED (room + 2, room + sizeof room);
}

CASE (recvmsg, trunc_udp, "recvmsg(2)", "2.6.8")
{
  struct iovec two = { room, 2 };
  struct msghdr message;
  int fd[2];
  udp_pair (fd);
  MUST (send (fd[1], "abc", 3, 0));
  set_up (&message);
  message.msg_iov = &two;
  EXPECT_RET (recvmsg (fd[0], &message, MSG_TRUNC), 3);
  EXPECT_EQ (message.msg_flags, MSG_TRUNC);
}

/* Requested, but only an output flag.  */
CASE (recvmsg, trunc_asked_and_all_fits, "recvmsg(2)", "3.4")
{
  struct iovec three = { room, 3 };
  struct msghdr message;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  message.msg_iov = &three;
  EXPECT_RET (recvmsg (fd[0], &message, MSG_TRUNC), 3);
  EXPECT_EQ (message.msg_flags, 0);
}

CASE (recvmsg, stream_is_never_truncated, "recvmsg(2)", "2.2")
{
  struct iovec two = { room, 2 };
  struct msghdr message;
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  set_up (&message);
  message.msg_iov = &two;
  EXPECT_RET (recvmsg (fd[0], &message, 0), 2);
  EXPECT_EQ (message.msg_flags, 0);
}

CASE (recvmsg, flags_of_asking_stay_away, "recvmsg(2)", "2.2")
{
  struct msghdr message;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  EXPECT_RET (recvmsg (fd[0], &message,
                       MSG_PEEK | MSG_DONTWAIT | MSG_WAITALL | MSG_NOSIGNAL),
              3);
  EXPECT_EQ (message.msg_flags, 0);
}

CASE (recvmsg, cmsg_cloexec_in_msg_flags, "kernel net/socket.c", "2.6.23",
      NEEDS_NOTHING, "recvmsg(2) does not say that it comes back")
{
  struct msghdr message;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  EXPECT_RET (recvmsg (fd[0], &message, MSG_CMSG_CLOEXEC), 3);
  EXPECT_EQ (message.msg_flags, MSG_CMSG_CLOEXEC);
}

/* Every write is a record, and not marked as one.  */
CASE (recvmsg, seqpacket_without_eor, "kernel net/unix/af_unix.c", "2.6.4",
      NEEDS_NOTHING, "recvmsg(2) has MSG_EOR for SOCK_SEQPACKET")
{
  struct msghdr message;
  int fd[2];
  unix_pair (SOCK_SEQPACKET, fd);
  MUST (send (fd[1], "abc", 3, MSG_EOR));
  set_up (&message);
  EXPECT_RET (recvmsg (fd[0], &message, 0), 3);
  EXPECT_EQ (message.msg_flags, 0);
}

/* The kernel's own mark of a 32-bit caller, not to be had from outside.  */
CASE (recvmsg, cmsg_compat, "kernel net/socket.c", "3.10")
{
  struct msghdr message;
  int fd[2];
  sent_pair (fd);
  set_up (&message);
  long got = recvmsg (fd[0], &message, 0x80000000U);
  EXPECT_EITHER (got, WITH_OTHER_LAYOUT (3), WITHOUT_OTHER_LAYOUT (3));
  EXPECT_EQ (message.msg_flags, got < 0 ? (int)0xA5A5A5A5 : 0);
}

CASE (recvmsg, errqueue_empty, "recvmsg(2)", "2.2")
{
  struct msghdr message;
  int fd = inet_bound (SOCK_DGRAM, NULL);
  set_up (&message);
  EXPECT_ERR (recvmsg (fd, &message, MSG_ERRQUEUE), EAGAIN);
  EXPECT_UNTOUCHED (&message.msg_flags, &message.msg_flags + 1);
}

CASE (recvmsg, end_of_stream, "recvmsg(2)", "1.3.16")
{
  struct msghdr message;
  struct sockaddr_un name;
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  close (fd[1]);
  set_up (&message);
  message.msg_name = &name;
  message.msg_namelen = sizeof name;
  EXPECT_RET (recvmsg (fd[0], &message, 0), 0);
  EXPECT_EQ (message.msg_flags, 0);
  EXPECT_EQ (message.msg_namelen, 0);
}
