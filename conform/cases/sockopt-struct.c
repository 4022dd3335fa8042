/* sockopt-struct.c - options of SOL_SOCKET that are not integers.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- SO_LINGER.  */

CASE (getsockopt, linger_first, "socket(7)", "1.0")
{
  struct linger got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_LINGER, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.l_onoff, 0);
  EXPECT_EQ (got.l_linger, 0);
}

CASE (setsockopt, linger, "socket(7)", "1.0")
{
  struct linger want = { 5, 9 }, got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_LINGER, &want, sizeof want), 0);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_LINGER, &got, &length), 0);
  EXPECT_EQ (got.l_onoff, 1);
  EXPECT_EQ (got.l_linger, 9);
}

CASE (setsockopt, linger_short, "kernel net/core/sock.c", "1.0")
{
  struct linger want = { 1, 9 };
  int fd = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_LINGER, &want, 7), EINVAL);
}

CASE (getsockopt, linger_short, "POSIX", "1.0")
{
  struct linger want = { 1, 9 }, got;
  socklen_t length = sizeof got.l_onoff;
  int fd = new_socket (AF_INET, SOCK_STREAM);
  MUST (setsockopt (fd, SOL_SOCKET, SO_LINGER, &want, sizeof want));
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_LINGER, &got, &length), 0);
  EXPECT_EQ (length, sizeof got.l_onoff);
  EXPECT_EQ (got.l_onoff, 1);
  EXPECT_UNTOUCHED (&got.l_linger, &got + 1);
}

/* A linger of 0 seconds: close resets the connection.  */
CASE (setsockopt, linger_zero_resets, "socket(7)", "2.2")
{
  int fd[2];
  char byte;
  struct linger at_once = { 1, 0 };
  tcp_pair (fd);
  EXPECT_RET (setsockopt (fd[0], SOL_SOCKET, SO_LINGER, &at_once, 8), 0);
  close (fd[0]);
  EXPECT_ERR (recv (fd[1], &byte, 1, 0), ECONNRESET);
}

/* --- SO_BINDTODEVICE.  */

CASE (getsockopt, bindtodevice_none, "socket(7)", "3.8")
{
  char name[IFNAMSIZ];
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, name, &length), 0);
  EXPECT_EQ (length, 0);
}

CASE (setsockopt, bindtodevice_lo, "socket(7)", "3.8", NEEDS_NET)
{
  char name[IFNAMSIZ];
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  FILLED (name);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 2), 0);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, name, &length), 0);
  EXPECT_EQ (length, 3);
  EXPECT_BYTES (name, "lo", 3);
  EXPECT_UNTOUCHED (name + 3, name + sizeof name);
}

/* The first time takes no rights, the second does.  */
CASE (setsockopt, bindtodevice_of_user, "kernel net/core/sock.c", "5.7",
      NEEDS_USER, "socket(7) does not name the rights")
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3), 0);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3), EPERM);
}

CASE (setsockopt, bindtodevice_unknown, "socket(7)", "2.2", NEEDS_NET)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "none0", 6),
              ENODEV);
}

CASE (setsockopt, bindtodevice_empty, "socket(7)", "5.1", NEEDS_NET)
{
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
  EXPECT_RET (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "", 0), 0);
  EXPECT_EQ (int_option (fd, SOL_SOCKET, SO_BINDTOIFINDEX), 0);
}

CASE (getsockopt, bindtodevice_short, "kernel net/core/sock.c", "3.8",
      NEEDS_NET, "socket(7) recommends 16 bytes; fewer are an error")
{
  char name[IFNAMSIZ - 1];
  socklen_t length = sizeof name;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  MUST (setsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3));
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_BINDTODEVICE, name, &length),
              EINVAL);
}

/* --- SO_PEERCRED and SO_PEERGROUPS.  */

CASE (getsockopt, peercred_pair, "unix(7)", "2.4")
{
  int fd[2];
  struct ucred got;
  socklen_t length = sizeof got;
  unix_pair (SOCK_STREAM, fd);
  FILLED (got);
  EXPECT_RET (getsockopt (fd[0], SOL_SOCKET, SO_PEERCRED, &got, &length), 0);
  EXPECT_EQ (length, sizeof got);
  EXPECT_EQ (got.pid, getpid ());
  EXPECT_EQ (got.uid, geteuid ());
}

/* Those of the connecting process, not of the caller.  */
CASE (getsockopt, peercred_of_a_child, "unix(7)", "2.4")
{
  struct ucred got;
  struct sockaddr_un name;
  socklen_t size = sizeof got, length = abstract_name (&name, 'a');
  int listener = unix_listener (SOCK_STREAM, &name, length, 1);
  int child = fork ();
  if (child == 0)
    {
      int fd = new_socket (AF_UNIX, SOCK_STREAM);
      EXPECT_RET (connect (fd, &name, length), 0);
      stay ();
    }
  int fd = MUST (accept (listener, 0, 0));
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &got, &size), 0);
  EXPECT_EQ (got.pid, child);
}

CASE (getsockopt, peercred_none, "kernel net/core/sock.c", "2.6.36",
      NEEDS_NOTHING, "unix(7) does not say what there is without a peer")
{
  struct ucred got;
  socklen_t length = sizeof got;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  FILLED (got);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &got, &length), 0);
  EXPECT_EQ (got.pid, 0);
  EXPECT_EQ (got.uid, (uid_t)-1);
  EXPECT_EQ (got.gid, (gid_t)-1);
}

CASE (getsockopt, peergroups_none, "kernel net/core/sock.c", "4.13")
{
  gid_t group;
  socklen_t length = sizeof group;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_PEERGROUPS, &group, &length),
              ENODATA);
}

/* --- SO_COOKIE and SO_MEMINFO.  */

CASE (getsockopt, cookie, "kernel net/core/sock.c", "4.12")
{
  uint64_t cookie[4] = { 0 };
  socklen_t length = sizeof *cookie;
  for (int i = 0; i < 4; i++)
    {
      static int fd;
      fd = i % 2 ? fd : new_socket (AF_INET, SOCK_DGRAM);
      EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_COOKIE, cookie + i, &length),
                  0);
      EXPECT_EQ (length, sizeof *cookie);
    }
  EXPECT (cookie[0] != 0 && cookie[0] == cookie[1]);
  EXPECT (cookie[0] != cookie[2] && cookie[2] == cookie[3]);
}

CASE (getsockopt, cookie_short, "kernel net/core/sock.c", "4.12")
{
  uint64_t cookie;
  socklen_t length = sizeof cookie - 1;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_COOKIE, &cookie, &length),
              EINVAL);
}

CASE (getsockopt, meminfo, "kernel net/core/sock.c", "4.12")
{
  enum
  {
    RCVBUF = 1,
    VALUES = 9
  };
  uint32_t value[VALUES + 1];
  socklen_t length = sizeof value;
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  int want = set_buffer (fd, SO_RCVBUF, 10000);
  FILLED (value);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_MEMINFO, value, &length), 0);
  EXPECT_EQ (length, VALUES * sizeof *value);
  EXPECT_EQ (value[RCVBUF], want);
  EXPECT_UNTOUCHED (value + VALUES, value + VALUES + 1);
}

/* --- What comes with a datagram, and what peeking leaves.  */

/* The number dropped before this one for lack of room.  */
CASE (recvmsg, rxq_ovfl, "socket(7)", "2.6.33")
{
  static char block[1000];
  int fd[2];
  struct control r;
  udp_pair (fd);
  set_int_option (fd[1], SOL_SOCKET, SO_RXQ_OVFL, 1);
  set_int_option (fd[1], SOL_SOCKET, SO_RCVBUF, 0);
  for (int i = 0; i < 100; i++)
    MUST (send (fd[0], block, sizeof block, 0));
  do
    {
      MUST (send (fd[0], "a", 1, 0));
      EXPECT_RANGE (receive_control (fd[1], &r, 0), 1, sizeof r.data);
    }
  while (r.message.msg_controllen == 0 && r.data[0] != 'a');
  const uint32_t *lost
      = only_control (&r, SOL_SOCKET, SO_RXQ_OVFL, sizeof *lost);
  EXPECT_RANGE (*lost, 1, 100000);
}
