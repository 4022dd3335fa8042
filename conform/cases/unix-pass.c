/* unix-pass.c - what AF_UNIX passes on request, and how messages divide.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* asm-generic/socket.h.  */
#define SO_PEERPIDFD 77
#define SO_INQ 84
#define SCM_INQ SO_INQ

/* --- SO_PEERPIDFD.  */

static long
peer_pidfd (int fd)
{
  int peer = -1;
  socklen_t length = sizeof peer;
  return getsockopt (fd, SOL_SOCKET, SO_PEERPIDFD, &peer, &length);
}

/* The one that made the pair has ended, and was waited for.  */
CASE (getsockopt, peerpidfd_of_one_waited_for, "kernel kernel/fork.c", "6.5")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int listener = unix_listener (SOCK_STREAM, &name, length, 1);
  int child = fork ();
  if (child == 0)
    {
      MUST (connect (new_socket (AF_UNIX, SOCK_STREAM), &name, length));
      _exit (0);
    }
  EXPECT_EQ (end_of (child), 0);
  int fd = MUST (accept (listener, 0, 0));
  if (conform_release () >= RELEASE (6, 13, 0)
      && conform_release () < RELEASE (6, 18, 0))
    SKIP ("it changed more than once between Linux 6.13 and 6.18");
  EXPECT_RET (peer_pidfd (fd), BY_RELEASE (6, 18, -EINVAL, 0));
}

CASE (getsockopt, peerpidfd_limit_reached, "kernel net/core/sock.c", "6.5")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  limit_fds (next_fd ());
  EXPECT_ERR (peer_pidfd (fd[0]), EMFILE);
}

/* --- Two sends in one receiving.  */

/* The control data of both.  */
struct parts
{
  struct cmsghdr first;
  char room[CMSG_SPACE (sizeof (struct ucred)) + CMSG_SPACE (sizeof (int))];
};

/* Receive N bytes; the control data state what is LEFT.  */
static void
left_after (int fd, size_t n, long got, int left)
{
  struct parts control;
  struct parcel p;
  FILLED (control);
  parcel (&p, n, &control, sizeof control);
  EXPECT_RET (recvmsg (fd, &p.message, 0), got);
  struct cmsghdr *inq = control_of (&p, SCM_INQ);
  struct cmsghdr *who = control_of (&p, SCM_CREDENTIALS);
  EXPECT (inq && who);
  EXPECT_BYTES (CMSG_DATA (inq), &left, sizeof left);
}

/* One set of control data for what one process sent; that of another begins a
   new message.  */
CASE (recvmsg, inq_and_credentials, "kernel net/unix/af_unix.c", "6.17")
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  set_int_option (fd[1], SOL_SOCKET, SO_INQ, 1);
  MUST (send (fd[0], "abc", 3, 0));
  MUST (send (fd[0], "de", 2, 0));
  int child = fork ();
  if (child == 0)
    {
      MUST (send (fd[0], "f", 1, 0));
      _exit (0);
    }
  EXPECT_EQ (end_of (child), 0);
  left_after (fd[1], 3, 3, 3);
  left_after (fd[1], 64, 2, 1);
  left_after (fd[1], 64, 1, 0);
}

/* --- SO_PASSSEC, and options of AF_UNIX on other sockets.  */

/* Without a security module there is no label, and no control data.  */
CASE (recvmsg, security, "unix(7)", "2.6.18")
{
  int fd[2];
  struct control r;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (setsockopt (fd[1], SOL_SOCKET, SO_PASSSEC, &(int){ 1 }, 4), 0);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PASSSEC), 1);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (receive_control (fd[1], &r, 0), 1);
  EXPECT_FLAGS (r.message.msg_flags, 0, MSG_CTRUNC);
  if (r.message.msg_controllen == 0)
    return;
  EXPECT_EQ (r.first.cmsg_level, SOL_SOCKET);
  EXPECT_EQ (r.first.cmsg_type, SCM_SECURITY);
  EXPECT_RANGE (r.first.cmsg_len, CMSG_LEN (1), sizeof r.room);
}

CASE (setsockopt, passcred_of_udp, "kernel net/core/sock.c", "2.2",
      NEEDS_NOTHING, "unix(7) does not have the error of other families")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_PASSCRED, &(int){ 1 }, 4),
              BY_RELEASE (6, 16, 0, -EOPNOTSUPP));
}
