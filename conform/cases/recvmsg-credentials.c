/* recvmsg-credentials.c - cases of recvmsg: SCM_CREDENTIALS.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The real group is the effective one, too.  */
static gid_t
own_gid (void)
{
  int fd[2];
  struct ucred self;
  socklen_t length = sizeof self;
  unix_pair (SOCK_STREAM, fd);
  MUST (getsockopt (fd[0], SOL_SOCKET, SO_PEERCRED, &self, &length));
  setresgid (self.gid, self.gid, self.gid);
  return self.gid;
}

static void
pair_with_passcred (int type, int fd[2])
{
  unix_pair (type, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
}

/* --- Credentials added by the kernel.  */

static void
own_come (int type)
{
  int fd[2];
  gid_t gid = own_gid ();
  struct credentials got;
  struct parcel p;
  pair_with_passcred (type, fd);
  MUST (send (fd[0], "abc", 3, 0));
  EXPECT_RET (take (fd[1], &p, &got, CMSG_SPACE (sizeof got.who), 0), 3);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof got.who));
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (sizeof got.who));
  EXPECT_EQ (got.header.cmsg_level, SOL_SOCKET);
  EXPECT_EQ (got.header.cmsg_type, SCM_CREDENTIALS);
  EXPECT_EQ (got.who.pid, getpid ());
  EXPECT_EQ (got.who.uid, getuid ());
  EXPECT_EQ (got.who.gid, gid);
}

CASE (recvmsg, credentials_stream, "unix(7)", "2.2")
{
  own_come (SOCK_STREAM);
}

CASE (recvmsg, credentials_dgram, "unix(7)", "2.2") { own_come (SOCK_DGRAM); }
CASE (recvmsg, credentials_seqpacket, "unix(7)", "2.6.4")
{
  own_come (SOCK_SEQPACKET);
}

CASE (recvmsg, credentials_of_a_child, "unix(7)", "2.2")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_STREAM, fd);
  int child = fork ();
  if (child == 0)
    {
      MUST (write (fd[0], "a", 1));
      _exit (0);
    }
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.who.pid, child);
}

CASE (recvmsg, credentials_off, "unix(7)", "2.2")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 0);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, 0);
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
}

/* Sent explicitly, but not requested.  */
CASE (recvmsg, credentials_sent_and_off, "unix(7)", "2.2")
{
  int fd[2];
  struct credentials went = { .who = { getpid (), getuid (), own_gid () } };
  struct parcel p;
  need_numbers (went.who.uid, went.who.gid);
  unix_pair (SOCK_STREAM, fd);
  control_header (&went, SOL_SOCKET, SCM_CREDENTIALS, sizeof went.who);
  parcel (&p, 1, &went, CMSG_SPACE (sizeof went.who));
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
  EXPECT_RET (take (fd[1], &p, &went, sizeof went, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, 0);
}

/* Set on the sending socket only: the receiver gets none.  */
CASE (recvmsg, credentials_asked_by_the_sender, "unix(7)", "2.2")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_STREAM, fd);
  MUST (send (fd[1], "a", 1, 0));
  EXPECT_RET (take (fd[0], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, 0);
}

/* Not requested when it was sent: no process, and the overflow user.  */
CASE (recvmsg, credentials_asked_too_late, "kernel net/unix/af_unix.c", "3.2",
      NEEDS_NOTHING,
      "unix(7) has the sender's for all messages received from "
      "then on")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (sizeof got.who));
  EXPECT_EQ (got.who.pid, 0);
  EXPECT_EQ_FIXED (got.who.uid, overflow_uid (), 3, 7, (uid_t)-1);
}

CASE (recvmsg, credentials_by_peek, "unix(7)", "2.2")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_STREAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, MSG_PEEK), 1);
  EXPECT_EQ (got.who.pid, getpid ());
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.who.pid, getpid ());
}

/* An accepted socket inherits the option of the listener.  */
CASE (recvmsg, credentials_asked_by_the_listener, "kernel net/unix/af_unix.c",
      "3.12")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  struct credentials got;
  struct parcel p;
  int listener = unix_listener (SOCK_STREAM, &name, length, 1);
  set_int_option (listener, SOL_SOCKET, SO_PASSCRED, 1);
  int client = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (client, &name, length));
  int fd = MUST (accept (listener, 0, 0));
  MUST (send (client, "a", 1, 0));
  EXPECT_RET (take (fd, &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.who.pid, getpid ());
}

/* --- A stream does not join data of two processes.  */

CASE (recvmsg, credentials_keep_writers_apart, "kernel net/unix/af_unix.c",
      "2.2", NEEDS_NOTHING,
      "unix(7) has ancillary data as a barrier; credentials that nobody sent "
      "are one as well")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_STREAM, fd);
  MUST (send (fd[0], "ab", 2, 0));
  int child = fork ();
  if (child == 0)
    {
      MUST (send (fd[0], "cde", 3, 0));
      _exit (0);
    }
  EXPECT_EQ (end_of (child), 0);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 2);
  EXPECT_EQ (got.who.pid, getpid ());
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 3);
  EXPECT_EQ (got.who.pid, child);
}

CASE (recvmsg, credentials_of_one_writer, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_STREAM, fd);
  MUST (send (fd[0], "ab", 2, 0));
  MUST (send (fd[0], "cde", 3, 0));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 5);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof got.who));
}

/* --- Too little room: credentials are cut where it ends.  */

static void
room_for_credentials (size_t controllen)
{
  int fd[2];
  struct credentials got;
  struct parcel p;
  pair_with_passcred (SOCK_DGRAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  FILLED (got);
  parcel (&p, 1, &got, controllen);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, MSG_TRUNC);
  size_t used = controllen < sizeof got.header ? 0 : controllen;
  EXPECT_EQ (p.message.msg_controllen, used);
  if (used)
    EXPECT_EQ (got.header.cmsg_len, used);
  if (used > sizeof got.header)
    EXPECT_EQ (got.who.pid, getpid ());
  EXPECT_UNTOUCHED ((char *)&got + used, &got + 1);
}

CASE (recvmsg, credentials_room_for_pid, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING, "unix(7) cuts at whole headers, and descriptors alone")
{
  room_for_credentials (CMSG_LEN (sizeof (pid_t)));
}

CASE (recvmsg, credentials_room_for_header, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING, "unix(7) cuts at whole headers, and descriptors alone")
{
  room_for_credentials (CMSG_LEN (0));
}

CASE (recvmsg, credentials_room_for_less, "unix(7)", "2.2")
{
  room_for_credentials (CMSG_LEN (0) - 1);
}

CASE (recvmsg, credentials_room_none, "unix(7)", "2.2")
{
  room_for_credentials (0);
}

/* The padding is not needed.  */
CASE (recvmsg, credentials_room_at_page_end, "kernel net/core/scm.c", "2.2")
{
  int fd[2];
  size_t length = CMSG_LEN (sizeof (struct ucred));
  struct credentials *got = guarded (length);
  struct parcel p;
  pair_with_passcred (SOCK_DGRAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (take (fd[1], &p, got, length, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, length);
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
  EXPECT_EQ (got->who.pid, getpid ());
}

/* Neither an error nor a flag reports it.  */
CASE (recvmsg, credentials_room_bad, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING, "recv(2) has EFAULT for a receive buffer alone")
{
  int fd[2];
  struct parcel p;
  pair_with_passcred (SOCK_DGRAM, fd);
  MUST (send (fd[0], "a", 1, 0));
  parcel (&p, 1, BAD_POINTER, 64);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, 0);
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
}
