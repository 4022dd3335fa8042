/* connect-unix.c - cases of connect: AF_UNIX.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Names that lead nowhere.  */

CASE (connect, path_missing, "unix(7)", "1.0")
{
  struct sockaddr_un name = { AF_UNIX, "/trapgate-conform-no-directory/a" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, sizeof name), ENOENT);
}

CASE (connect, path_through_a_file, "path_resolution(7)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  MUST (open (name.sun_path, O_CREAT | O_WRONLY, 0666));
  memcpy ((char *)&name + length - 1, "/b", 3);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, sizeof name), ENOTDIR);
}

CASE (connect, path_of_no_socket, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  MUST (open (name.sun_path, O_CREAT | O_WRONLY, 0666));
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
}

/* The file outlives its socket.  */
CASE (connect, path_of_a_closed_socket, "unix(7)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  close (unix_listener (SOCK_STREAM, &name, length, 1));
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
}

CASE (connect, path_without_permission, "connect(2)", "2.2", NEEDS_USER)
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  MUST (chmod (name.sun_path, 0555));
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length), EACCES);
}

CASE (connect, abstract_unused, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
}

CASE (connect, abstract_not_listening, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_bound (SOCK_STREAM, &name, length) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
}

/* A null byte more or less is another name.  */
CASE (connect, abstract_length_counts, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length + 1), ECONNREFUSED);
  EXPECT_RET (connect (fd, &name, length), 0);
}

/* Abstract names belong to one network namespace, paths do not.  */
CASE (connect, abstract_of_another_network, "network_namespaces(7)", "2.6.24")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  own_network ();
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
}

CASE (connect, path_of_another_network, "kernel net/unix/af_unix.c", "2.6.36",
      NEEDS_NOTHING, "network_namespaces(7) speaks of abstract names alone")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  own_network ();
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_RET (connect (fd, &name, length), 0);
}

/* --- Addresses that are none.  */

CASE (connect, unix_addrlen_zero, "kernel net/socket.c", "2.2")
{
  struct sockaddr_un name = { AF_UNIX, "" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, 0), EINVAL);
}

/* The address must have a name; the family alone is not enough.  */
CASE (connect, unix_family_alone, "unix(7)", "2.2")
{
  struct sockaddr_un name = { AF_UNIX, "" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, sizeof name.sun_family), EINVAL);
}

CASE (connect, unix_addrlen_111, "unix(7)", "2.2")
{
  struct sockaddr_un name[2] = { { AF_UNIX, "/" } };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, name, sizeof name[0] + 1), EINVAL);
}

CASE (connect, unix_family_wrong, "unix(7)", "2.2", NEEDS_NOTHING,
      "connect(2) has EAFNOSUPPORT")
{
  struct sockaddr_un name = { AF_INET, "/" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (connect (fd, &name, sizeof name), EINVAL);
}

/* --- Types that do not go together.  */

CASE (connect, path_of_another_type, "connect(2)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (connect (fd, &name, length), EPROTOTYPE);
}

/* Abstract names are separate for each type.  */
CASE (connect, abstract_of_another_type, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "connect(2) has EPROTOTYPE")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (connect (fd, &name, length), ECONNREFUSED);
}

/* --- Sockets that are not free.  */

CASE (connect, unix_twice, "connect(2)", "2.2")
{
  int fd[2];
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  unix_pair (SOCK_STREAM, fd);
  EXPECT_ERR (connect (fd[0], &name, length), EISCONN);
}

CASE (connect, unix_listener, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "connect(2) does not have EINVAL")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  abstract_name (&name, 'b');
  int fd = unix_listener (SOCK_STREAM, &name, length, 1);
  abstract_name (&name, 'a');
  EXPECT_ERR (connect (fd, &name, length), EINVAL);
}

/* A socket with SO_PASSCRED is bound to a name automatically.  */
CASE (connect, unix_passcred_autobinds, "unix(7)", "2.4")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  EXPECT (unix_listener (SOCK_STREAM, &name, length, 1) >= 0);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  set_int_option (fd, SOL_SOCKET, SO_PASSCRED, 1);
  MUST (connect (fd, &name, length));
  length = sizeof name;
  EXPECT_RET (getsockname (fd, &name, &length), 0);
  EXPECT_EQ (length, sizeof name.sun_family + 6);
}
