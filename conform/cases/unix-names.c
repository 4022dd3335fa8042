/* unix-names.c - AF_UNIX in the file system, names that disappear.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A listener at a path of this case.  */
static int
path_listener (struct sockaddr_un *name, socklen_t *length)
{
  *length = path_name (name, "a");
  return unix_listener (SOCK_STREAM, name, *length, 4);
}

/* The directory of NAME.  */
static void
directory_of (const struct sockaddr_un *name, char directory[UNIX_PATH_MAX])
{
  int slash = 0;
  memcpy (directory, name->sun_path, UNIX_PATH_MAX);
  for (int i = 0; directory[i]; i++)
    if (directory[i] == '/')
      slash = i;
  directory[slash] = 0;
}

static long
try_connect (const struct sockaddr_un *name, socklen_t length)
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  return connect (fd, name, length);
}

/* --- The file is removed or renamed.  */

CASE (connect, path_unlinked, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length;
  path_listener (&name, &length);
  MUST (unlink (name.sun_path));
  EXPECT_ERR (try_connect (&name, length), ENOENT);
}

/* Connections stay, and so does the reported name.  */
CASE (getpeername, path_unlinked, "unix(7)", "2.2")
{
  struct sockaddr_un name, peer;
  socklen_t length, told = sizeof peer;
  path_listener (&name, &length);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (fd, &name, length));
  MUST (unlink (name.sun_path));
  EXPECT_RET (send (fd, "a", 1, 0), 1);
  EXPECT_RET (getpeername (fd, &peer, &told), 0);
  EXPECT_EQ (told, length);
  EXPECT_BYTES (&peer, &name, length);
}

/* Another socket gets the name; each has its own clients.  */
CASE (bind, path_unlinked_and_again, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length;
  int first = path_listener (&name, &length);
  MUST (unlink (name.sun_path));
  int second = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_RET (bind (second, &name, length), 0);
  MUST (listen (second, 1));
  EXPECT_RET (try_connect (&name, length), 0);
  set_nonblock (first);
  EXPECT_ERR (accept (first, 0, 0), EAGAIN);
  EXPECT_RANGE (accept (second, 0, 0), 0, 1000);
}

/* connect uses the inode; the socket reports the name given to bind.  */
CASE (connect, path_renamed, "unix(7)", "2.2")
{
  struct sockaddr_un name, other, told;
  socklen_t length, size = sizeof told;
  int fd = path_listener (&name, &length);
  path_name (&other, "b");
  MUST (link (name.sun_path, other.sun_path));
  MUST (unlink (name.sun_path));
  EXPECT_ERR (try_connect (&name, length), ENOENT);
  EXPECT_RET (try_connect (&other, length), 0);
  EXPECT_RET (getsockname (fd, &told, &size), 0);
  EXPECT_EQ (size, length);
  EXPECT_BYTES (&told, &name, length);
}

CASE (sendto, path_with_two_names, "unix(7)", "2.2")
{
  struct sockaddr_un name, other;
  char room[4];
  socklen_t length = path_name (&name, "a");
  int taker = unix_bound (SOCK_DGRAM, &name, length);
  path_name (&other, "b");
  MUST (link (name.sun_path, other.sun_path));
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (sendto (fd, "ab", 2, 0, &other, length), 2);
  EXPECT_RET (recv (taker, room, 4, MSG_DONTWAIT), 2);
}

/* The file stays when the socket is closed.  */
CASE (bind, path_of_a_closed_socket, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length;
  close (path_listener (&name, &length));
  EXPECT_ERR (try_connect (&name, length), ECONNREFUSED);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, length), EADDRINUSE);
  MUST (unlink (name.sun_path));
  EXPECT_RET (bind (fd, &name, length), 0);
}

CASE (bind, path_of_a_directory, "bind(2)", "2.2")
{
  struct sockaddr_un name = { AF_UNIX, "/" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, sizeof name), EADDRINUSE);
}

/* Relative to the current directory of the process.  */
CASE (connect, path_relative, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING, "unix(7) does not say what a relative path refers to")
{
  struct sockaddr_un name, here = { AF_UNIX, "a" }, told;
  socklen_t length = path_name (&name, "a"), size = sizeof told;
  char directory[UNIX_PATH_MAX];
  directory_of (&name, directory);
  MUST (chdir (directory));
  int fd = unix_listener (SOCK_STREAM, &here, 2 + 2, 1);
  EXPECT_RET (try_connect (&name, length), 0);
  EXPECT_RET (getsockname (fd, &told, &size), 0);
  EXPECT_EQ (size, 2 + 2);
  EXPECT_BYTES (&told, &here, size);
}

/* --- Permissions.  */

CASE (connect, path_not_writable, "unix(7)", "2.2", NEEDS_USER)
{
  struct sockaddr_un name;
  socklen_t length;
  path_listener (&name, &length);
  MUST (chmod (name.sun_path, 0555));
  EXPECT_ERR (try_connect (&name, length), EACCES);
  MUST (chmod (name.sun_path, 0200));
  EXPECT_RET (try_connect (&name, length), 0);
}

/* The result of CALL while the directory of NAME has MODE.  */
static long
in_directory (long (*call) (const struct sockaddr_un *, socklen_t),
              const struct sockaddr_un *name, socklen_t length, mode_t mode)
{
  char directory[UNIX_PATH_MAX];
  directory_of (name, directory);
  MUST (chmod (directory, mode));
  long got = call (name, length);
  MUST (chmod (directory, 0777));
  return got;
}

static long
try_bind (const struct sockaddr_un *name, socklen_t length)
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  return bind (fd, name, length);
}

CASE (connect, directory_not_searchable, "connect(2)", "2.2", NEEDS_USER)
{
  struct sockaddr_un name;
  socklen_t length;
  path_listener (&name, &length);
  EXPECT_ERR (in_directory (try_connect, &name, length, 0666), EACCES);
  EXPECT_EQ (in_directory (try_connect, &name, length, 0111), 0);
}

CASE (bind, directory_not_writable, "unix(7)", "2.2", NEEDS_USER,
      "bind(2) has EACCES of AF_UNIX for search permission alone")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  EXPECT_ERR (in_directory (try_bind, &name, length, 0555), EACCES);
  EXPECT_EQ (in_directory (try_bind, &name, length, 0333), 0);
}

/* Permissions are checked only by connect.  */
CASE (send, path_not_writable_any_more, "unix(7)", "2.2", NEEDS_USER)
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  MUST (connect (fd, &name, length));
  MUST (chmod (name.sun_path, 0));
  EXPECT_RET (send (fd, "a", 1, 0), 1);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), EACCES);
}

/* --- Abstract names.  */

CASE (bind, abstract_free_again, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_bound (SOCK_STREAM, &name, length);
  int other = MUST (dup (fd));
  close (fd);
  EXPECT_ERR (try_bind (&name, length), EADDRINUSE);
  close (other);
  EXPECT_RET (try_bind (&name, length), 0);
}

/* A message that holds the socket holds its name.  */
CASE (bind, abstract_of_a_socket_on_its_way, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int way[2], fd = unix_bound (SOCK_STREAM, &name, length);
  unix_pair (SOCK_DGRAM, way);
  MUST (send_rights (way[0], &fd, 1));
  close (fd);
  EXPECT_ERR (try_bind (&name, length), EADDRINUSE);
  close (way[1]);
  EXPECT_RET (try_bind (&name, length), 0);
}

/* The same name for each type.  */
CASE (bind, abstract_of_each_type, "kernel net/unix/af_unix.c", "2.6.4",
      NEEDS_NOTHING,
      "unix(7) does not say that each type has names of its own")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_STREAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (bind (fd, &name, length), 0);
  fd = new_socket (AF_UNIX, SOCK_SEQPACKET);
  EXPECT_RET (bind (fd, &name, length), 0);
}
