/* sendmsg-credentials.c - SCM_CREDENTIALS, and binding by SO_PASSCRED.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The credentials of this process.  */
static struct ucred
own (void)
{
  int fd[2];
  struct ucred self;
  socklen_t length = sizeof self;
  unix_pair (SOCK_STREAM, fd);
  MUST (getsockopt (fd[0], SOL_SOCKET, SO_PEERCRED, &self, &length));
  need_numbers (self.uid, self.gid);
  self.pid = getpid ();
  return self;
}

static struct credentials got;

/* The result of sending LENGTH bytes of WHO; if it is 1, got has the
   received message.  */
static long
send_as (struct ucred who, size_t length)
{
  int fd[2];
  struct credentials went;
  struct parcel p;
  FILLED (went);
  control_header (&went, SOL_SOCKET, SCM_CREDENTIALS, length);
  went.who = who;
  unix_pair (SOCK_DGRAM, fd);
  set_int_option (fd[1], SOL_SOCKET, SO_PASSCRED, 1);
  parcel (&p, 1, &went, CMSG_SPACE (length));
  long answer = sendmsg (fd[0], &p.message, 0);
  if (answer == 1)
    EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  return answer;
}

CASE (sendmsg, credentials_own, "unix(7)", "2.2")
{
  struct ucred self = own ();
  EXPECT_RET (send_as (self, sizeof self), 1);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (sizeof self));
  EXPECT_BYTES (&got.who, &self, sizeof self);
}

/* --- Permissions.  */

CASE (sendmsg, credentials_of_another_process, "unix(7)", "2.2", NEEDS_USER)
{
  struct ucred self = own ();
  self.pid = getppid ();
  EXPECT_ERR (send_as (self, sizeof self), EPERM);
}

CASE (sendmsg, credentials_of_another_user, "unix(7)", "2.2", NEEDS_USER)
{
  struct ucred self = own ();
  self.uid = 0;
  EXPECT_ERR (send_as (self, sizeof self), EPERM);
}

CASE (sendmsg, credentials_of_another_group, "unix(7)", "2.2", NEEDS_USER)
{
  struct ucred self = own ();
  self.gid++;
  EXPECT_ERR (send_as (self, sizeof self), EPERM);
}

/* Root may, if there is such a process; in a container it may not.  */
CASE (sendmsg, credentials_of_another_by_root, "unix(7)", "2.2", NEEDS_ROOT)
{
  struct ucred other = own ();
  int child = fork ();
  if (child == 0)
    stay ();
  other.pid = child;
  long answer = send_as (other, sizeof other);
  if (answer == -EPERM)
    SKIP ("root without CAP_SYS_ADMIN");
  EXPECT_RET (answer, 1);
  EXPECT_EQ (got.who.pid, child);
}

CASE (sendmsg, credentials_of_no_process, "unix(7)", "2.6.36", NEEDS_ROOT)
{
  struct ucred self = own ();
  self.pid = 0x7ffffffe;
  long answer = send_as (self, sizeof self);
  if (answer == -EPERM)
    SKIP ("root without CAP_SYS_ADMIN");
  EXPECT_ERR (answer, ESRCH);
}

/* No user has this number.  */
CASE (sendmsg, credentials_of_uid_minus_one, "kernel net/core/scm.c", "3.5")
{
  struct ucred self = own ();
  self.uid = (uid_t)-1;
  EXPECT_ERR (send_as (self, sizeof self), EINVAL);
}

/* --- The length must be exact.  */

CASE (sendmsg, credentials_short, "kernel net/core/scm.c", "2.2")
{
  struct ucred self = own ();
  EXPECT_ERR (send_as (self, sizeof self - 1), EINVAL);
}

CASE (sendmsg, credentials_with_the_pad, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING, "unix(7) does not demand an exact length")
{
  struct ucred self = own ();
  EXPECT_ERR (send_as (self, sizeof self + 1), EINVAL);
}

CASE (sendmsg, credentials_none, "kernel net/core/scm.c", "2.2")
{
  struct ucred self = own ();
  EXPECT_ERR (send_as (self, 0), EINVAL);
}

/* --- SO_PASSCRED binds the socket.  */

static void
has_made_up_name (int fd)
{
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  FILLED (name);
  EXPECT_RET (getsockname (fd, &name, &length), 0);
  EXPECT_EQ (length, sizeof name.sun_family + 6);
  EXPECT_EQ (name.sun_path[0], 0);
  for (int i = 1; i < 6; i++)
    {
      char c = name.sun_path[i];
      EXPECT ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}

CASE (sendto, passcred_binds_dgram, "unix(7)", "2.3.15")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_PASSCRED, 1);
  EXPECT_RET (sendto (fd, "a", 1, 0, &name, length), 1);
  has_made_up_name (fd);
}

CASE (connect, passcred_binds_dgram, "unix(7)", "2.3.15")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_PASSCRED, 1);
  EXPECT_RET (connect (fd, &name, length), 0);
  has_made_up_name (fd);
}

/* Not at once.  */
CASE (setsockopt, passcred_alone_binds_nothing, "kernel net/unix/af_unix.c",
      "2.3.15", NEEDS_NOTHING,
      "unix(7) has the address made when the option is set")
{
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_PASSCRED, 1);
  EXPECT_RET (getsockname (fd, &name, &length), 0);
  EXPECT_EQ (length, sizeof name.sun_family);
}

/* Any number but 0 is 1.  */
CASE (setsockopt, passcred_is_a_truth, "unix(7)", "2.2")
{
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PASSCRED), 0);
  set_int_option (fd, SOL_SOCKET, SO_PASSCRED, 77);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_PASSCRED), 1);
}
