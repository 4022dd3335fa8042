/* getsockopt-peercred.c - credentials of the peer, SO_PEERCRED.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

#define SO_PEERPIDFD 77

static struct ucred
peer_of (int fd)
{
  struct ucred peer;
  socklen_t length = sizeof peer;
  FILLED (peer);
  EXPECT_RET (getsockopt (fd, SOL_SOCKET, SO_PEERCRED, &peer, &length), 0);
  EXPECT_EQ (length, sizeof peer);
  return peer;
}

static void
is_nobody (int fd)
{
  struct ucred peer = peer_of (fd);
  EXPECT_EQ (peer.pid, 0);
  EXPECT_EQ (peer.uid, (uid_t)-1);
  EXPECT_EQ (peer.gid, (gid_t)-1);
}

/* --- Whose they are.  */

static void
pair_is_own (int type)
{
  int fd[2];
  unix_pair (type, fd);
  EXPECT_RET (peer_of (fd[1]).uid, geteuid ());
  EXPECT_RET (peer_of (fd[0]).pid, getpid ());
}

CASE (getsockopt, peercred_pair_dgram, "unix(7)", "2.2")
{
  pair_is_own (SOCK_DGRAM);
}

CASE (getsockopt, peercred_pair_seqpacket, "unix(7)", "2.6.4")
{
  pair_is_own (SOCK_SEQPACKET);
}

/* The credentials of the creator of the pair, whoever holds the other end.  */
CASE (getsockopt, peercred_of_a_pair_inherited, "unix(7)", "2.2")
{
  int fd[2], maker = getpid ();
  unix_pair (SOCK_STREAM, fd);
  int child = fork ();
  if (child == 0)
    {
      close (fd[1]);
      EXPECT_RET (peer_of (fd[0]).pid, maker);
      _exit (0);
    }
  EXPECT_EQ (end_of (child), 0);
  EXPECT_RET (peer_of (fd[1]).pid, maker);
}

/* And for the client, those of the caller of listen, not of accept.  */
CASE (getsockopt, peercred_of_the_one_who_listens, "kernel net/unix/af_unix.c",
      "2.2", NEEDS_NOTHING, "unix(7) has those of the time of connect")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  int listener = unix_bound (SOCK_STREAM, &name, length);
  int child = fork ();
  if (child == 0)
    {
      MUST (listen (listener, 1));
      _exit (0);
    }
  EXPECT_EQ (end_of (child), 0);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (fd, &name, length));
  EXPECT_RET (peer_of (fd).pid, child);
}

/* As of that time.  */
CASE (getsockopt, peercred_of_one_who_changed, "unix(7)", "2.2", NEEDS_ROOT)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  become_nobody ();
  EXPECT_RET (peer_of (fd[0]).uid, 0);
}

/* --- Without a peer.  */

CASE (getsockopt, peercred_dgram_connected, "kernel net/core/sock.c", "2.6.36")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  unix_bound (SOCK_DGRAM, &name, length);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  MUST (connect (fd, &name, length));
  is_nobody (fd);
}

CASE (getsockopt, peercred_udp, "kernel net/core/sock.c", "2.6.36",
      NEEDS_NOTHING, "unix(7) does not have the error of other families")
{
  is_nobody (inet_bound (SOCK_DGRAM, NULL));
}

/* --- Lengths.  */

CASE (getsockopt, peercred_short, "kernel net/core/sock.c", "2.2")
{
  int fd[2];
  struct ucred peer;
  socklen_t length = sizeof peer.pid;
  unix_pair (SOCK_STREAM, fd);
  FILLED (peer);
  EXPECT_RET (getsockopt (fd[0], SOL_SOCKET, SO_PEERCRED, &peer, &length), 0);
  EXPECT_EQ (length, sizeof peer.pid);
  EXPECT_EQ (peer.pid, getpid ());
  EXPECT_UNTOUCHED (&peer.uid, &peer + 1);
}

CASE (getsockopt, peercred_long, "kernel net/core/sock.c", "2.2")
{
  int fd[2];
  struct ucred peer[2];
  socklen_t length = sizeof peer;
  unix_pair (SOCK_STREAM, fd);
  FILLED (peer);
  EXPECT_RET (getsockopt (fd[0], SOL_SOCKET, SO_PEERCRED, peer, &length), 0);
  EXPECT_EQ (length, sizeof *peer);
  EXPECT_UNTOUCHED (peer + 1, peer + 2);
}

/* --- SO_PEERPIDFD.  */

CASE (getsockopt, peerpidfd, "kernel net/core/sock.c", "6.5", NEEDS_NOTHING,
      "unix(7) does not have SO_PEERPIDFD")
{
  int fd[2], peer = -1;
  socklen_t length = sizeof peer;
  unix_pair (SOCK_STREAM, fd);
  int expected = next_fd ();
  EXPECT_RET (getsockopt (fd[0], SOL_SOCKET, SO_PEERPIDFD, &peer, &length), 0);
  EXPECT_EQ (length, sizeof peer);
  EXPECT_EQ (peer, expected);
  EXPECT_EQ (fd_flags (peer) & SOCK_CLOEXEC, SOCK_CLOEXEC);
}

CASE (getsockopt, peerpidfd_unconnected, "kernel net/core/sock.c", "6.5")
{
  int peer = -1;
  socklen_t length = sizeof peer;
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_ERR (getsockopt (fd, SOL_SOCKET, SO_PEERPIDFD, &peer, &length),
              ENODATA);
}

/* The number could not be stored: no descriptor stays open.  */
CASE (getsockopt, peerpidfd_bad, "kernel net/core/sock.c", "6.5")
{
  int fd[2];
  socklen_t length = sizeof (int);
  unix_pair (SOCK_STREAM, fd);
  int before = open_fds ();
  EXPECT_ERR (
      getsockopt (fd[0], SOL_SOCKET, SO_PEERPIDFD, BAD_POINTER, &length),
      EFAULT);
  EXPECT_EQ (open_fds (), before);
}
