/* unix-control.c - credentials and descriptors in one message.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Room for one of each, as recvmsg lays them out.  */
struct both
{
  struct credentials first;
  struct rights second;
};

#define FIRST CMSG_SPACE (sizeof (struct ucred))
#define SECOND CMSG_SPACE (sizeof (int))

/* A byte and a descriptor, over a pair of TYPE with SO_PASSCRED on OPTION.  */
static void
matrix (int type, int option)
{
  int fd[2], sent = pipe_fd ();
  struct both got;
  int came;
  struct parcel p;
  unix_pair (type, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, option);
  MUST (send_rights (fd[0], &sent, 1));
  EXPECT_RET (take (fd[1], &p, &got, FIRST + SECOND, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, (option ? FIRST : 0) + SECOND);
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
  struct cmsghdr *what = control_of (&p, SCM_RIGHTS);
  EXPECT (what == (void *)(option ? &got.second : (void *)&got));
  EXPECT_EQ (what->cmsg_len, CMSG_LEN (sizeof sent));
  memcpy (&came, CMSG_DATA (what), sizeof came);
  EXPECT (same_file (came, sent));
  if (option)
    EXPECT_EQ (got.first.header.cmsg_type, SCM_CREDENTIALS);
  if (option)
    EXPECT_EQ (got.first.who.pid, getpid ());
}

CASE (recvmsg, matrix_stream, "unix(7)", "2.2") { matrix (SOCK_STREAM, 0); }
CASE (recvmsg, matrix_dgram, "unix(7)", "2.2") { matrix (SOCK_DGRAM, 0); }
CASE (recvmsg, matrix_seqpacket, "unix(7)", "2.6.4")
{
  matrix (SOCK_SEQPACKET, 0);
}
CASE (recvmsg, matrix_stream_passcred, "unix(7)", "2.2")
{
  matrix (SOCK_STREAM, 1);
}
CASE (recvmsg, matrix_dgram_passcred, "unix(7)", "2.2")
{
  matrix (SOCK_DGRAM, 1);
}
CASE (recvmsg, matrix_seqpacket_passcred, "unix(7)", "2.6.4")
{
  matrix (SOCK_SEQPACKET, 1);
}

/* The same without a byte.  */
CASE (recvmsg, matrix_dgram_of_nothing, "unix(7)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights went;
  struct both got;
  struct parcel p;
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  parcel (&p, 0, &went, rights_of (&went, &sent, 1));
  p.message.msg_iovlen = 0;
  MUST (sendmsg (fd[0], &p.message, 0));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, MSG_DONTWAIT), 0);
  EXPECT (control_of (&p, SCM_RIGHTS) != NULL);
  EXPECT (control_of (&p, SCM_CREDENTIALS) != NULL);
}

/* Credentials come first: there is no room for the descriptor any more.  */
CASE (recvmsg, matrix_room_for_credentials, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING, "unix(7) does not say which comes first")
{
  int fd[2], sent = pipe_fd ();
  struct both got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  MUST (send_rights (fd[0], &sent, 1));
  int before = open_fds ();
  EXPECT_RET (take (fd[1], &p, &got, FIRST, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (p.message.msg_controllen, FIRST);
  EXPECT (control_of (&p, SCM_CREDENTIALS) != NULL);
  EXPECT_EQ (open_fds (), before);
}

/* Both sent explicitly, in the other order, and a third that is foreign.  */
CASE (sendmsg, matrix_in_one_area, "unix(7)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  size_t length = SECOND + CMSG_SPACE (3) + FIRST;
  char *went = guarded (length);
  struct rights r;
  struct both got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  rights_of (&r, &sent, 1);
  memcpy (went, &r, SECOND);
  control_header (went + SECOND, SOL_UDP, 1, 3);
  struct credentials *c = (void *)(went + SECOND + CMSG_SPACE (3));
  control_header (c, SOL_SOCKET, SCM_CREDENTIALS, sizeof c->who);
  socklen_t size = sizeof c->who;
  MUST (getsockopt (fd[0], SOL_SOCKET, SO_PEERCRED, &c->who, &size));
  need_numbers (c->who.uid, c->who.gid);
  parcel (&p, 1, went, length);
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, FIRST + SECOND);
  EXPECT (control_of (&p, SCM_RIGHTS) != NULL);
  EXPECT_BYTES (&got.first.who, &c->who, sizeof c->who);
}
