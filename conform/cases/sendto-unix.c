/* sendto-unix.c - cases of sendto: addresses of AF_UNIX.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (sendto, unix_path_missing, "unix(7)", "1.0")
{
  struct sockaddr_un name = { AF_UNIX, "/trapgate-conform-no-directory/a" };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, sizeof name), ENOENT);
}

CASE (sendto, unix_path_no_socket, "unix(7)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  MUST (open (name.sun_path, O_CREAT | O_WRONLY, 0666));
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), ECONNREFUSED);
}

CASE (sendto, unix_abstract_missing, "unix(7)", "2.1.0")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), ECONNREFUSED);
}

CASE (sendto, unix_path_left_behind, "unix(7)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  close (unix_bound (SOCK_DGRAM, &name, length));
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), ECONNREFUSED);
}

CASE (sendto, unix_path_of_a_stream, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  unix_listener (SOCK_STREAM, &name, length, 1);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), EPROTOTYPE);
}

CASE (sendto, unix_abstract_of_a_stream, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "unix(7) has EPROTOTYPE, which is for paths alone")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_listener (SOCK_STREAM, &name, length, 1);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), ECONNREFUSED);
}

CASE (sendto, unix_path_not_writable, "send(2)", "2.2", NEEDS_USER)
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  unix_bound (SOCK_DGRAM, &name, length);
  MUST (chmod (name.sun_path, 0444));
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), EACCES);
}

CASE (sendto, unix_family_other, "kernel net/unix/af_unix.c", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  name.sun_family = AF_UNSPEC;
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), EINVAL);
}

/* No address: to the peer.  */
CASE (sendto, unix_addrlen_zero, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  char byte;
  struct sockaddr_un name;
  unix_pair (SOCK_DGRAM, fd);
  EXPECT_RET (sendto (fd[0], "a", 1, 0, &name, 0), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 1);
}

CASE (sendto, unix_addrlen_of_the_family, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "unix(7) has such an address for bind alone")
{
  struct sockaddr_un name = { AF_UNIX, "" };
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, sizeof name.sun_family), EINVAL);
}

/* Only its peer may send to a socket that has one.  */
CASE (sendto, unix_to_one_with_a_peer, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "unix(7) has EPERM for credentials alone")
{
  struct sockaddr_un first, second;
  socklen_t length = abstract_name (&first, 'a');
  int peer = unix_bound (SOCK_DGRAM, &first, length);
  abstract_name (&second, 'b');
  unix_bound (SOCK_DGRAM, &second, length);
  MUST (connect (peer, &second, length));
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &first, length), EPERM);
}

CASE (connect, unix_backlog_full_restarted, "signal(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int listener = unix_listener (SOCK_STREAM, &name, length, 0);
  MUST (connect (new_socket (AF_UNIX, SOCK_STREAM), &name, length));
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  signal_in (50, SA_RESTART);
  int child = fork ();
  if (child == 0)
    {
      after_signal ();
      EXPECT_RANGE (accept (listener, 0, 0), 3, 1024);
      _exit (0);
    }
  EXPECT_RET (connect (fd, &name, length), 0);
  EXPECT_RANGE (signals_seen (), 1, 100);
}
