/* bind.c - cases of bind.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Lengths.  */

CASE (bind, addrlen_negative, "bind(2)", "1.0")
{
  struct sockaddr_un name = { AF_UNIX, "" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, -1), EINVAL);
}

CASE (bind, addrlen_zero, "bind(2)", "1.0")
{
  struct sockaddr_un name = { AF_UNIX, "" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, 0), EINVAL);
}

/* The largest address that the kernel takes at all is of 128 bytes.  */
CASE (bind, addrlen_129, "bind(2)", "1.0")
{
  struct sockaddr_storage name[2] = { { .ss_family = AF_UNIX } };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, name, 129), EINVAL);
}

CASE (bind, addrlen_short_of_inet, "bind(2)", "1.0")
{
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &where, sizeof where - 1), EINVAL);
}

CASE (bind, addrlen_beyond_inet, "kernel net/ipv4/af_inet.c", "1.0")
{
  struct sockaddr_storage room = { 0 };
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  memcpy (&room, &where, sizeof where);
  EXPECT_RET (bind (fd, &room, sizeof room), 0);
}

/* An int is in the low half of its word.  */
CASE (bind, addrlen_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (bind (DIRTY_HIGH (fd), &where, DIRTY_HIGH (sizeof where)), 0);
}

/* --- Pointers.  */

CASE (bind, address_bad, "bind(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, BAD_POINTER, sizeof (struct sockaddr_in)), EFAULT);
}

CASE (bind, address_null, "bind(2)", "1.0")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, NULL_POINTER, sizeof (struct sockaddr_in)), EFAULT);
}

/* No byte after the address is read; an unreadable one within it is
   EFAULT.  */
CASE (bind, address_at_page_end, "bind(2)", "1.0")
{
  struct sockaddr_in where = loopback (0);
  char *room = guarded (sizeof where);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  memcpy (room, &where, sizeof where);
  EXPECT_ERR (bind (fd, room + 1, sizeof where), EFAULT);
  EXPECT_RET (bind (fd, room, sizeof where), 0);
}

/* --- Families.  */

CASE (bind, unix_family_other, "unix(7)", "1.0")
{
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &where, sizeof where), EINVAL);
}

CASE (bind, inet_family_other, "kernel net/ipv4/af_inet.c", "3.1",
      NEEDS_NOTHING, "bind(2) does not have EAFNOSUPPORT")
{
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  where.sin_family = AF_UNIX;
  EXPECT_ERR (bind (fd, &where, sizeof where), EAFNOSUPPORT);
}

/* When this became an error, programs that never set the family were still
   allowed, for INADDR_ANY only.  */
CASE (bind, inet_family_unspec_any, "kernel net/ipv4/af_inet.c", "1.0",
      NEEDS_NOTHING, "ip(7) demands AF_INET")
{
  struct sockaddr_in where = { .sin_family = AF_UNSPEC };
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (bind (fd, &where, sizeof where), 0);
}

CASE (bind, inet_family_unspec_loopback, "kernel net/ipv4/af_inet.c", "3.1")
{
  struct sockaddr_in where = loopback (0);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_family = AF_UNSPEC;
  EXPECT_ERR (bind (fd, &where, sizeof where), EAFNOSUPPORT);
}

/* --- Addresses.  */

CASE (bind, inet_in_use, "bind(2)", "1.0")
{
  struct sockaddr_in where;
  inet_bound (SOCK_DGRAM, &where);
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRINUSE);
}

CASE (bind, abstract_in_use, "bind(2)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (bind (fd, &name, length), EADDRINUSE);
}

CASE (bind, path_in_use, "bind(2)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_ERR (bind (fd, &name, length), EADDRINUSE);
}

/* 203.0.113.0/24 is reserved for documentation.  */
CASE (bind, inet_foreign_address, "bind(2)", "1.0")
{
  struct sockaddr_in where = loopback (0);
  need_setting ("ipv4/ip_nonlocal_bind", 0, 0);
  where.sin_addr.s_addr = htonl (0xCB007101);
  need_foreign (&where, sizeof where);
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRNOTAVAIL);
}

CASE (bind, inet_port_of_root, "bind(2)", "1.0", NEEDS_NET + NEEDS_USER)
{
  struct sockaddr_in where = loopback (htons (1023));
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &where, sizeof where), EACCES);
}

CASE (bind, inet_twice, "bind(2)", "1.0")
{
  struct sockaddr_in where = loopback (0);
  int fd = inet_bound (SOCK_STREAM, NULL);
  EXPECT_ERR (bind (fd, &where, sizeof where), EINVAL);
}

CASE (bind, unix_twice, "bind(2)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int fd = unix_bound (SOCK_STREAM, &name, length);
  length = abstract_name (&name, 'b');
  EXPECT_ERR (bind (fd, &name, length), EINVAL);
}

/* A shorter abstract name is another name.  */
CASE (bind, abstract_length_counts, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  EXPECT_RET (bind (fd, &name, length - 1), 0);
}

/* The family alone: the kernel chooses a name, a null byte and five
   hexadecimal digits.  */
CASE (bind, autobind, "unix(7)", "2.3.15")
{
  struct sockaddr_un name = { AF_UNIX, "" };
  socklen_t length = sizeof name;
  int fd = unix_bound (SOCK_STREAM, &name, sizeof name.sun_family);
  EXPECT_RET (getsockname (fd, &name, &length), 0);
  EXPECT_EQ (length, sizeof name.sun_family + 6);
  EXPECT_EQ (name.sun_path[0], 0);
}

CASE (bind, path_directory_missing, "bind(2)", "1.0")
{
  struct sockaddr_un name = { AF_UNIX, "/trapgate-conform-no-directory/a" };
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, sizeof name), ENOENT);
}

CASE (bind, path_through_a_file, "bind(2)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  unix_bound (SOCK_STREAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  size_t end = 0;
  while (name.sun_path[end])
    end++;
  memcpy (name.sun_path + end, "/b", 3);
  EXPECT_ERR (bind (fd, &name, sizeof name), ENOTDIR);
}

/* Whatever kind of file has the name.  */
CASE (bind, path_of_another_file, "unix(7)", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "a");
  MUST (open (name.sun_path, O_CREAT | O_WRONLY, 0666));
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, length), EADDRINUSE);
}

/* Five digits, and not the same twice.  */
CASE (bind, autobind_twice, "unix(7)", "2.3.15")
{
  struct sockaddr_un name = { AF_UNIX, "" }, got[2];
  for (int i = 0; i < 2; i++)
    {
      socklen_t length = sizeof got[i];
      int fd = unix_bound (SOCK_STREAM, &name, sizeof name.sun_family);
      EXPECT_RET (getsockname (fd, &got[i], &length), 0);
      EXPECT_EQ (length, sizeof name.sun_family + 6);
      for (int k = 1; k < 6; k++)
        {
          char c = got[i].sun_path[k];
          EXPECT ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        }
    }
  EXPECT (memcmp (got[0].sun_path + 1, got[1].sun_path + 1, 5) != 0);
}
