/* recvmsg-pidfd.c - newer control data, SCM_PIDFD and SCM_INQ.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* asm-generic/socket.h, and include/linux/socket.h.  */
#define SO_PASSPIDFD 76
#define SO_PASSRIGHTS 83
#define SO_INQ 84
#define SCM_PIDFD 4
#define SCM_INQ SO_INQ

/* A header with one int.  */
struct one_int
{
  struct cmsghdr header;
  int value;
};

#define SPACE CMSG_SPACE (sizeof (int))

/* --- SCM_PIDFD.  */

static void
pidfd_comes (int type)
{
  int fd[2];
  struct one_int got;
  struct parcel p;
  unix_pair (type, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSPIDFD, 1);
  MUST (send (fd[0], "a", 1, 0));
  int expected = next_fd ();
  EXPECT_RET (take (fd[1], &p, &got, SPACE, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, SPACE);
  EXPECT_EQ (got.header.cmsg_level, SOL_SOCKET);
  EXPECT_EQ (got.header.cmsg_type, SCM_PIDFD);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (sizeof (int)));
  EXPECT_EQ (got.value, expected);
  EXPECT_EQ (fd_flags (got.value) & SOCK_CLOEXEC, SOCK_CLOEXEC);
}

CASE (recvmsg, pidfd_stream, "kernel net/core/scm.c", "6.5", NEEDS_NOTHING,
      "unix(7) does not have SO_PASSPIDFD")
{
  pidfd_comes (SOCK_STREAM);
}

CASE (recvmsg, pidfd_dgram, "kernel net/core/scm.c", "6.5")
{
  pidfd_comes (SOCK_DGRAM);
}

/* Of the process that sent: it can be waited for.  */
CASE (recvmsg, pidfd_of_a_child, "kernel net/core/scm.c", "6.5")
{
  int fd[2], go[2];
  char byte;
  struct one_int got;
  struct parcel p;
  MUST (pipe2 (go, 0));
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSPIDFD, 1);
  int child = fork ();
  if (child == 0)
    {
      MUST (send (fd[0], "a", 1, 0));
      MUST (read (go[0], &byte, 1));
      _exit (0);
    }
  EXPECT_RET (take (fd[1], &p, &got, SPACE, 0), 1);
  struct pollfd end = { got.value, POLLIN, 0 };
  EXPECT_RET (poll (&end, 1, 0), 0);
  MUST (write (go[1], "b", 1));
  EXPECT_RET (poll (&end, 1, 5000), 1);
}

/* No unreported descriptor stays open.  */
static void
pidfd_and_room (size_t controllen)
{
  int fd[2];
  struct one_int got;
  struct parcel p;
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSPIDFD, 1);
  MUST (send (fd[0], "a", 1, 0));
  int before = open_fds ();
  FILLED (got);
  parcel (&p, 1, &got, controllen);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (open_fds (), before);
}

CASE (recvmsg, pidfd_room_none, "kernel net/core/scm.c", "6.5")
{
  pidfd_and_room (0);
}

CASE (recvmsg, pidfd_room_short, "kernel net/core/scm.c", "6.5")
{
  pidfd_and_room (CMSG_LEN (0));
}

CASE (recvmsg, pidfd_off, "kernel net/core/scm.c", "6.5")
{
  int fd[2];
  struct one_int got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PASSPIDFD), 0);
  MUST (send (fd[0], "a", 1, 0));
  EXPECT_RET (take (fd[1], &p, &got, SPACE, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, 0);
}

CASE (recvmsg, pidfd_and_all_else, "kernel net/core/scm.c", "6.5")
{
  int fd[2], sent = pipe_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSPIDFD, 1);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  MUST (send_rights (fd[0], &sent, 1));
  int before = open_fds ();
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen,
             2 * SPACE + CMSG_SPACE (sizeof (struct ucred)));
  EXPECT (control_of (&p, SCM_PIDFD) != NULL);
  EXPECT (control_of (&p, SCM_RIGHTS) != NULL);
  EXPECT (control_of (&p, SCM_CREDENTIALS) != NULL);
  EXPECT_EQ (open_fds (), before + 2);
}

CASE (sendmsg, pidfd, "kernel net/core/scm.c", "6.5")
{
  int fd[2];
  struct one_int went;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  FILLED (went);
  control_header (&went, SOL_SOCKET, SCM_PIDFD, sizeof (int));
  parcel (&p, 1, &went, SPACE);
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), EINVAL);
}

/* --- SO_PASSRIGHTS, which can be turned off.  */

CASE (setsockopt, passrights_is_on, "kernel net/core/sock.c", "6.16",
      NEEDS_NOTHING, "unix(7) does not have SO_PASSRIGHTS")
{
  int fd[2], sent = pipe_fd ();
  unix_pair (SOCK_STREAM, fd);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_PASSRIGHTS), 1);
  EXPECT_RET (send_rights (fd[0], &sent, 1), 1);
}

CASE (sendmsg, passrights_off, "kernel net/unix/af_unix.c", "6.16",
      NEEDS_NOTHING, "unix(7) does not have SO_PASSRIGHTS")
{
  int fd[2], sent = pipe_fd ();
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSRIGHTS, 0);
  EXPECT_ERR (send_rights (fd[0], &sent, 1), EPERM);
  EXPECT_RET (send_rights (fd[1], &sent, 1), 1);
  EXPECT_RET (send (fd[0], "a", 1, 0), 1);
}

CASE (sendmsg, passrights_off_stream, "kernel net/unix/af_unix.c", "6.16")
{
  int fd[2], sent = pipe_fd ();
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSRIGHTS, 0);
  EXPECT_ERR (send_rights (fd[0], &sent, 1), EPERM);
}

/* --- SCM_INQ: the bytes left.  */

CASE (recvmsg, inq_stream, "kernel net/unix/af_unix.c", "6.17", NEEDS_NOTHING,
      "unix(7) does not have SO_INQ")
{
  int fd[2];
  struct one_int got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_INQ, 1);
  MUST (send (fd[0], "ab", 2, 0));
  MUST (send (fd[0], "cde", 3, 0));
  FILLED (got);
  parcel (&p, 2, &got, SPACE);
  EXPECT_RET (recvmsg (fd[1], &p.message, 0), 2);
  EXPECT_EQ (got.header.cmsg_type, SCM_INQ);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (sizeof (int)));
  EXPECT_EQ (got.value, 3);
}

CASE (setsockopt, inq_dgram, "kernel net/unix/af_unix.c", "6.17",
      NEEDS_NOTHING, "unix(7) does not have SO_INQ")
{
  int fd[2], on = 1;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_ERR (setsockopt (fd[1], SOL_SOCKET, SO_INQ, &on, sizeof on),
              ENOPROTOOPT);
}
