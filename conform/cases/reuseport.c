/* reuseport.c - groups of sockets with SO_REUSEPORT.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* SOCK_DGRAM or SOCK_STREAM at WHERE, whose port the first one finds.  */
static long
join (int type, int option, struct sockaddr_in *where, int *fd)
{
  socklen_t length = sizeof *where;
  *fd = new_socket (AF_INET, type);
  set_int_option (*fd, SOL_SOCKET, option, 1);
  long got = bind (*fd, where, sizeof *where);
  if (got >= 0)
    MUST (getsockname (*fd, where, &length));
  return got;
}

/* A group of two, and a socket that sends to it.  */
static int
group (int fd[2])
{
  struct sockaddr_in where = loopback (0);
  MUST (join (SOCK_DGRAM, SO_REUSEPORT, &where, &fd[0]));
  MUST (join (SOCK_DGRAM, SO_REUSEPORT, &where, &fd[1]));
  int from = inet_bound (SOCK_DGRAM, NULL);
  MUST (connect (from, &where, sizeof where));
  return from;
}

/* The socket of FD at which the next datagram of FROM arrives.  */
static int
arrives_at (int from, const int *fd)
{
  char byte;
  struct pollfd want[2] = { { fd[0], POLLIN, 0 }, { fd[1], POLLIN, 0 } };
  MUST (send (from, "a", 1, 0));
  EXPECT_RET (poll (want, 2, 5000), 1);
  int one = want[1].revents != 0;
  MUST (recv (fd[one], &byte, 1, 0));
  return one;
}

/* Of one user alone.  */
static void
of_another_user (int type)
{
  int fd;
  struct sockaddr_in where = loopback (0);
  MUST (join (type, SO_REUSEPORT, &where, &fd));
  become_nobody ();
  fd = new_socket (AF_INET, type);
  set_int_option (fd, SOL_SOCKET, SO_REUSEPORT, 1);
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRINUSE);
}

CASE (bind, tcp_reuseport_of_another_user, "socket(7)", "3.9", NEEDS_ROOT)
{
  of_another_user (SOCK_STREAM);
}

CASE (bind, udp_reuseport_of_another_user, "socket(7)", "3.9", NEEDS_ROOT)
{
  of_another_user (SOCK_DGRAM);
}

/* Both need the same option.  */
CASE (bind, udp_reuseport_and_reuseaddr, "socket(7)", "3.9")
{
  struct sockaddr_in where = loopback (0);
  int fd;
  MUST (join (SOCK_DGRAM, SO_REUSEPORT, &where, &fd));
  fd = new_socket (AF_INET, SOCK_DGRAM);
  set_int_option (fd, SOL_SOCKET, SO_REUSEADDR, 1);
  EXPECT_ERR (bind (fd, &where, sizeof where), EADDRINUSE);
}

/* All from one address goes to one socket, as long as that is there.  */
CASE (recv, reuseport_same_source, "socket(7)", "3.9")
{
  int fd[2], from = group (fd);
  int first = arrives_at (from, fd);
  for (int i = 0; i < 8; i++)
    EXPECT_EQ (arrives_at (from, fd), first);
  close (fd[first]);
  fd[first] = fd[!first];
  char byte;
  MUST (send (from, "a", 1, 0));
  EXPECT_RET (recv (fd[first], &byte, 1, 0), 1);
}

/* A filter chooses by number; a number beyond leaves it to the kernel.  */
CASE (setsockopt, reuseport_filter, "socket(7)", "5.3", NEEDS_LAYOUT)
{
  enum
  {
    RETURN = 0x06
  };
  int fd[2], from = group (fd);
  for (uint32_t i = 0; i < 2; i++)
    {
      struct sock_filter to = { .code = RETURN, .k = i };
      struct sock_fprog filter = { 1, &to };
      EXPECT_RET (setsockopt (fd[0], SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF,
                              &filter, sizeof filter),
                  0);
      EXPECT_EQ (arrives_at (from, fd), i);
    }
  EXPECT_RET (
      setsockopt (fd[1], SOL_SOCKET, SO_DETACH_REUSEPORT_BPF, &(int){ 0 }, 4),
      0);
  EXPECT_ERR (
      setsockopt (fd[1], SOL_SOCKET, SO_DETACH_REUSEPORT_BPF, &(int){ 0 }, 4),
      ENOENT);
  EXPECT_ERR (
      setsockopt (from, SOL_SOCKET, SO_DETACH_REUSEPORT_BPF, &(int){ 0 }, 4),
      EINVAL);
}

/* The number of an interface in place of its name.  */
CASE (setsockopt, bindtoifindex, "kernel net/core/sock.c", "5.1", NEEDS_NET,
      "socket(7) does not have SO_BINDTOIFINDEX")
{
  char name[IFNAMSIZ];
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
  int index = int_option (fd, SOL_SOCKET, SO_BINDTOIFINDEX);
  EXPECT_RANGE (index, 1, 0x7fffffff);
  fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_BINDTOIFINDEX, &(int){ -1 }, 4),
              EINVAL);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_BINDTOIFINDEX, &index, 4), 0);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, name, &length), 0);
  EXPECT_BYTES (name, "lo", 3);
}
