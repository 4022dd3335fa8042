/* sendmsg-rights.c - SCM_RIGHTS that cannot be sent, and their limit.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (sendmsg, rights_closed, "unix(7)", "2.2")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  int sent = closed_fd ();
  EXPECT_ERR (send_rights (fd[0], &sent, 1), EBADF);
}

CASE (sendmsg, rights_negative, "unix(7)", "2.2")
{
  int fd[2], sent = -1;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (send_rights (fd[0], &sent, 1), EBADF);
}

/* All of them or none, and the data neither.  */
CASE (sendmsg, rights_last_closed, "unix(7)", "2.2")
{
  int fd[2], ends[2], sent[2];
  struct rights got;
  struct parcel p;
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_STREAM, fd);
  sent[0] = ends[1];
  sent[1] = closed_fd ();
  EXPECT_ERR (send_rights (fd[0], sent, 2), EBADF);
  close (ends[1]);
  EXPECT (no_writer (ends[0]));
  EXPECT_ERR (take (fd[1], &p, &got, sizeof got, MSG_DONTWAIT), EAGAIN);
}

CASE (sendmsg, rights_254, "unix(7)", "2.6.38")
{
  int fd[2], sent[SCM_MAX_FD + 1], first = pipe_fd ();
  unix_pair (SOCK_STREAM, fd);
  for (int i = 0; i <= SCM_MAX_FD; i++)
    sent[i] = first;
  EXPECT_ERR (send_rights (fd[0], sent, SCM_MAX_FD + 1), EINVAL);
}

/* A header without any is none.  */
CASE (sendmsg, rights_none, "kernel net/core/scm.c", "2.2")
{
  int fd[2];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_RET (send_rights (fd[0], fd, 0), 1);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, 0);
  EXPECT_EQ (p.message.msg_flags & MSG_CTRUNC, 0);
}

/* The remainder of the length is not a descriptor.  */
CASE (sendmsg, rights_and_a_half, "kernel net/core/scm.c", "2.2")
{
  int fd[2], sent[3];
  struct rights went, got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  parcel (&p, 1, &went, rights_of (&went, sent, 3));
  went.header.cmsg_len -= 1;
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (2 * sizeof (int)));
}

/* --- Two headers.  */

struct two
{
  struct cmsghdr header;
  int fd[128];
  struct rights second;
};

/* FIRST descriptors, which are an even number, and then SECOND.  */
static size_t
two_headers (struct two *t, int what, int first, int second)
{
  char *at = (char *)t + CMSG_SPACE ((size_t)first * sizeof (int));
  int sent[SCM_MAX_FD];
  struct rights r;
  for (int i = 0; i < SCM_MAX_FD; i++)
    sent[i] = what;
  rights_of (&r, sent, first);
  memcpy (t, &r, CMSG_SPACE ((size_t)first * sizeof (int)));
  size_t length = rights_of (&r, sent, second);
  memcpy (at, &r, length);
  return (size_t)(at - (char *)t) + length;
}

CASE (sendmsg, rights_twice, "kernel net/core/scm.c", "2.2", NEEDS_NOTHING,
      "unix(7) allows one SCM_RIGHTS of a message; two are joined")
{
  int fd[2], sent = pipe_fd ();
  struct two went;
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 1, &went, two_headers (&went, sent, 2, 1));
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (3 * sizeof sent));
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (3 * sizeof sent));
  EXPECT (same_file (got.fd[0], sent) && same_file (got.fd[2], sent));
}

/* The most that may be, and one more, counts for both together.  */
CASE (sendmsg, rights_twice_253, "kernel net/core/scm.c", "2.6.38")
{
  int fd[2], sent = pipe_fd ();
  struct two went;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 1, &went, two_headers (&went, sent, 128, SCM_MAX_FD - 127));
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), EINVAL);
  p.message.msg_controllen = two_headers (&went, sent, 128, SCM_MAX_FD - 128);
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
}

/* --- Sockets of other families.  */

/* They are silently ignored.  */
static void
other_family (int to, int expected)
{
  int sent = pipe_fd ();
  EXPECT_RET (send_rights (to, &sent, 1), expected);
}

CASE (sendmsg, rights_by_tcp, "kernel net/core/sock.c", "4.7", NEEDS_NOTHING,
      "unix(7) does not say what SCM_RIGHTS does elsewhere")
{
  int fd[2];
  tcp_pair (fd);
  other_family (fd[0], 1);
}

CASE (sendmsg, rights_by_netlink, "kernel net/core/scm.c", "2.6.38")
{
  int fd = socket (AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
  if (fd < 0)
    SKIP ("no netlink");
  other_family (fd, -EINVAL);
}

/* --- The files of the sender.  */

/* Nothing of the sender's changes.  */
CASE (sendmsg, rights_stay_with_the_sender, "unix(7)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights went, same;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 1, &went, rights_of (&went, &sent, 1));
  same = went;
  int before = open_fds ();
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
  EXPECT_EQ (open_fds (), before);
  EXPECT_BYTES (&went, &same, sizeof went);
}

/* A socket in its own queue is freed when no process holds it; its queue is
   released later.  */
CASE (sendmsg, rights_of_itself_and_closed, "kernel net/unix/garbage.c", "2.2")
{
  int fd[2], ends[2];
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_STREAM, fd);
  int sent[2] = { fd[1], ends[1] };
  MUST (send_rights (fd[0], sent, 2));
  close (ends[1]);
  close (fd[1]);
  close (fd[0]);
  /* The collector runs when another socket is closed.  */
  for (int i = 0; i < 20; i++)
    {
      EXPECT_RET (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), 0);
      close (fd[0]);
      close (fd[1]);
      pause_ms (5);
    }
  EXPECT (no_writer (ends[0]));
}

CASE (sendmsg, rights_too_many_on_the_way, "unix(7)", "4.5", NEEDS_USER)
{
  int fd[2], sent[40], first = pipe_fd ();
  need_fds (64);
  unix_pair (SOCK_DGRAM, fd);
  for (int i = 0; i < 40; i++)
    sent[i] = first;
  EXPECT_RET (send_rights (fd[0], sent, 40), 1);
  limit_fds (32);
  EXPECT_ERR (send_rights (fd[0], sent, 1), ETOOMANYREFS);
}
