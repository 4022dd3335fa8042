/* order.c - of two faults of a call the one that is checked first counts.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Each call of a case also has the faults of the calls after it.  Where an
   order has changed, both are right before a release that certainly has the
   later one.  */

#define TOO_LONG (sizeof (struct sockaddr_storage) + 1)

static struct sockaddr_in where;

/* --- The socket layer: descriptor, memory, flags.  */

CASE (bind, fd_before_address, "kernel net/socket.c", "1.0")
{
  EXPECT_ERR (bind (closed_fd (), BAD_POINTER, TOO_LONG), EBADF);
  EXPECT_ERR (bind (pipe_fd (), BAD_POINTER, TOO_LONG), ENOTSOCK);
  EXPECT_ERR (bind (new_socket (AF_INET, SOCK_STREAM), BAD_POINTER, TOO_LONG),
              EINVAL);
}

/* The address is copied before the file is known to be a socket; on 5.2 it was
   not.  */
CASE (connect, fd_before_address, "kernel net/socket.c", "1.0", NEEDS_NOTHING,
      "connect(2) does not say which error comes first")
{
  int fd = pipe_fd ();
  EXPECT_ERR (connect (closed_fd (), BAD_POINTER, TOO_LONG), EBADF);
  EXPECT_RET_FIXED (connect (fd, BAD_POINTER, TOO_LONG), -EINVAL, 5, 10,
                    -ENOTSOCK);
  EXPECT_RET_FIXED (connect (fd, BAD_POINTER, sizeof where), -EFAULT, 5, 10,
                    -ENOTSOCK);
  EXPECT_ERR (connect (fd, &where, sizeof where), ENOTSOCK);
}

CASE (sendto, fd_before_address, "kernel net/socket.c", "1.0")
{
  EXPECT_ERR (sendto (closed_fd (), "a", 1, 0, BAD_POINTER, TOO_LONG), EBADF);
  EXPECT_ERR (sendto (pipe_fd (), "a", 1, 0, BAD_POINTER, TOO_LONG), ENOTSOCK);
}

CASE (sendmsg, fd_before_header, "kernel net/socket.c", "1.3.16")
{
  EXPECT_ERR (sendmsg (closed_fd (), BAD_POINTER, 0), EBADF);
  EXPECT_ERR (sendmsg (pipe_fd (), BAD_POINTER, 0), ENOTSOCK);
}

CASE (recvmsg, fd_before_header, "kernel net/socket.c", "1.3.16")
{
  EXPECT_ERR (recvmsg (closed_fd (), BAD_POINTER, 0), EBADF);
  EXPECT_ERR (recvmsg (pipe_fd (), BAD_POINTER, 0), ENOTSOCK);
}

CASE (getpeername, fd_before_address, "kernel net/socket.c", "1.0")
{
  EXPECT_ERR (getpeername (closed_fd (), BAD_POINTER, BAD_POINTER), EBADF);
  EXPECT_ERR (getpeername (new_socket (AF_INET, SOCK_STREAM), BAD_POINTER,
                           BAD_POINTER),
              ENOTCONN);
}

/* On 6.4 the length was still checked before the descriptor.  */
CASE (setsockopt, fd_before_length, "kernel net/socket.c", "1.0",
      NEEDS_NOTHING, "setsockopt(2) does not say which error comes first")
{
  int fd = closed_fd ();
  EXPECT_RET_FIXED (setsockopt (fd, -1, -1, BAD_POINTER, -1), -EBADF, 6, 8,
                    -EINVAL);
  EXPECT_ERR (setsockopt (fd, -1, -1, BAD_POINTER, 4), EBADF);
}

/* On 5.2 the flags came first; on 5.11 the new descriptor was last.  */
CASE (accept4, faults_in_order, "kernel net/socket.c", "2.6.28", NEEDS_NOTHING,
      "accept(2) does not say which error comes first")
{
  int fd = new_socket (AF_INET, SOCK_STREAM);
  int pipe = pipe_fd (), closed = closed_fd ();
  limit_fds (closed);
  EXPECT_RET_FIXED (accept4 (closed, BAD_POINTER, BAD_POINTER, 1), -EBADF, 5,
                    10, -EINVAL);
  EXPECT_ERR (accept4 (pipe, BAD_POINTER, BAD_POINTER, 1), EINVAL);
  EXPECT_RET_FIXED (accept4 (pipe, BAD_POINTER, BAD_POINTER, 0), -EMFILE, 6, 1,
                    -ENOTSOCK);
  EXPECT_ERR (accept4 (fd, BAD_POINTER, BAD_POINTER, 0), EMFILE);
}

/* --- A new socket.  */

CASE (socket, faults_in_order, "kernel net/socket.c", "2.6.27", NEEDS_NOTHING,
      "socket(2) does not say which error comes first")
{
  limit_fds (next_fd ());
  EXPECT_ERR (socket (200, 11 | 0x10, 0), EINVAL);
  EXPECT_ERR (socket (200, 11, 0), EAFNOSUPPORT);
  /* Of the families within the table, which has no 0.  */
  EXPECT_ERR (socket (AF_UNSPEC, 11, 0), EINVAL);
  EXPECT_ERR (socket (AF_UNSPEC, SOCK_STREAM, 0), EAFNOSUPPORT);
  EXPECT_ERR (socket (AF_UNIX, SOCK_STREAM, 0), EMFILE);
}

CASE (socket, type_and_protocol, "kernel net/ipv4/af_inet.c", "2.2",
      NEEDS_NOTHING, "socket(2) does not have ESOCKTNOSUPPORT")
{
  EXPECT_RET_FIXED (socket (AF_INET, SOCK_RDM, -1), -EINVAL, 4, 4,
                    -ESOCKTNOSUPPORT);
  EXPECT_ERR (socket (AF_INET, SOCK_RDM, IPPROTO_UDP), ESOCKTNOSUPPORT);
  EXPECT_ERR (socket (AF_NETLINK, SOCK_STREAM, 32), ESOCKTNOSUPPORT);
  EXPECT_ERR (socket (AF_UNIX, SOCK_RDM, 2), EPROTONOSUPPORT);
}

/* The descriptors are stored before there are sockets; on 4.9 they were last.
 */
CASE (socketpair, faults_in_order, "kernel net/socket.c", "2.6.27",
      NEEDS_NOTHING, "socketpair(2) does not say which error comes first")
{
  int fd[2];
  EXPECT_ERR (socketpair (200, SOCK_STREAM | 0x10, 0, BAD_POINTER), EINVAL);
  EXPECT_RET_FIXED (socketpair (200, SOCK_STREAM, 0, BAD_POINTER), -EFAULT, 4,
                    15, -EAFNOSUPPORT);
  EXPECT_ERR (socketpair (200, 11, 0, fd), EAFNOSUPPORT);
  EXPECT_ERR (socketpair (AF_INET, 11, 0, fd), EINVAL);
  limit_fds (next_fd () + 1);
  EXPECT_RET_FIXED (socketpair (AF_INET, SOCK_STREAM, 0, BAD_POINTER), -EMFILE,
                    4, 15, -EOPNOTSUPP);
}

/* --- Internet addresses: length, family, address, right, state, port.  */

/* 198.51.100.0/24 and 2001:db8::/32 are reserved for documentation, and the
   network of the case has no route.  */
CASE (bind, inet_faults_in_order, "kernel net/ipv4/af_inet.c", "3.1",
      NEEDS_NET + NEEDS_USER, "bind(2) does not say which error comes first")
{
  struct sockaddr_in taken;
  int fd = inet_bound (SOCK_STREAM, &taken);
  where.sin_family = AF_INET6;
  where.sin_port = htons (1023);
  where.sin_addr.s_addr = htonl (0xC6336401);
  EXPECT_ERR (bind (fd, &where, sizeof where - 1), EINVAL);
  EXPECT_ERR (bind (fd, &where, sizeof where), EAFNOSUPPORT);
  where.sin_family = AF_INET;
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRNOTAVAIL);
  where.sin_addr = taken.sin_addr;
  EXPECT_ERR (bind (fd, &where, sizeof where), EACCES);
  EXPECT_ERR (bind (fd, &taken, sizeof taken), EINVAL);
  fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &taken, sizeof taken), EADDRINUSE);
}

/* Here the right and the state come before the address.  */
CASE (bind, inet6_faults_in_order, "kernel net/ipv6/af_inet6.c", "3.1",
      NEEDS_NET + NEEDS_USER + NEEDS_IPV6,
      "bind(2) does not say which error comes first")
{
  struct sockaddr_in6 taken, name = loopback6 (htons (1023));
  int fd = inet6_bound (SOCK_STREAM, &taken);
  memcpy (&name.sin6_addr, "\x20\x01\x0d\xb8", 4);
  name.sin6_family = AF_INET;
  EXPECT_ERR (bind (fd, &name, 15), EINVAL);
  EXPECT_ERR (bind (fd, &name, sizeof name), EAFNOSUPPORT);
  name.sin6_family = AF_INET6;
  EXPECT_ERR (bind (fd, &name, sizeof name), EACCES);
  name.sin6_port = taken.sin6_port;
  EXPECT_ERR (bind (fd, &name, sizeof name), EINVAL);
  fd = new_socket (AF_INET6, SOCK_STREAM);
  EXPECT_ERR (bind (fd, &name, sizeof name), EADDRNOTAVAIL);
  EXPECT_ERR (bind (fd, &taken, sizeof taken), EADDRINUSE);
}

CASE (connect, tcp_faults_in_order, "kernel net/ipv4/af_inet.c", "2.6.34",
      NEEDS_NOTHING, "connect(2) does not say which error comes first")
{
  int fd[2];
  tcp_pair (fd);
  where.sin_family = AF_INET6;
  EXPECT_ERR (connect (fd[0], &where, 1), EINVAL);
  EXPECT_ERR (connect (fd[0], &where, 2), EISCONN);
  fd[0] = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (connect (fd[0], &where, sizeof where - 1), EINVAL);
  EXPECT_ERR (connect (fd[0], &where, sizeof where), EAFNOSUPPORT);
}

/* The data come last.  */
CASE (sendto, udp_faults_in_order, "kernel net/ipv4/udp.c", "2.6.0",
      NEEDS_NOTHING, "send(2) does not say which error comes first")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  where.sin_family = AF_INET6;
  EXPECT_ERR (sendto (fd, BAD_POINTER, 0x10000, MSG_OOB, BAD_POINTER, 16),
              EFAULT);
  EXPECT_ERR (sendto (fd, BAD_POINTER, 0x10000, MSG_OOB, &where, 15),
              EMSGSIZE);
  EXPECT_ERR (sendto (fd, BAD_POINTER, 1, MSG_OOB, &where, 15), EOPNOTSUPP);
  EXPECT_ERR (sendto (fd, BAD_POINTER, 1, 0, &where, 15), EINVAL);
  EXPECT_ERR (sendto (fd, BAD_POINTER, 1, 0, &where, 16), EAFNOSUPPORT);
  where = loopback (0);
  EXPECT_ERR (sendto (fd, BAD_POINTER, 1, 0, &where, 16), EINVAL);
  where.sin_port = htons (9);
  EXPECT_ERR (sendto (fd, BAD_POINTER, 1, 0, &where, 16), EFAULT);
}

/* --- AF_UNIX: family, then the path; on 4.9 the state was before the path. */

CASE (bind, unix_faults_in_order, "kernel net/unix/af_unix.c", "2.3.15",
      NEEDS_NOTHING, "bind(2) does not say which error comes first")
{
  struct sockaddr_un name, path;
  int fd = unix_bound (SOCK_STREAM, &name, abstract_name (&name, 'a'));
  socklen_t length = path_name (&path, "a");
  unix_bound (SOCK_STREAM, &path, length);
  path.sun_family = AF_INET;
  EXPECT_ERR (bind (fd, &path, length), EINVAL);
  path.sun_family = AF_UNIX;
  EXPECT_RET_FIXED (bind (fd, &path, length), -EADDRINUSE, 4, 15, -EINVAL);
  /* A name has no such order: its socket is known to be bound.  */
  unix_bound (SOCK_STREAM, &name, abstract_name (&name, 'b'));
  EXPECT_ERR (bind (fd, &name, abstract_name (&name, 'b')), EINVAL);
}
