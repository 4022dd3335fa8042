/* socketpair.c - cases of socketpair.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Errors.  */

CASE (socketpair, inet_stream, "socketpair(2)", "1.0")
{
  int fd[2];
  EXPECT_ERR (socketpair (AF_INET, SOCK_STREAM, 0, fd), EOPNOTSUPP);
}

CASE (socketpair, inet_datagram, "socketpair(2)", "1.0")
{
  int fd[2];
  EXPECT_ERR (socketpair (AF_INET, SOCK_DGRAM, 0, fd), EOPNOTSUPP);
}

CASE (socketpair, family_200, "socketpair(2)", "2.4")
{
  int fd[2];
  EXPECT_ERR (socketpair (200, SOCK_STREAM, 0, fd), EAFNOSUPPORT);
}

CASE (socketpair, protocol_2, "socketpair(2)", "2.2")
{
  int fd[2];
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 2, fd), EPROTONOSUPPORT);
}

CASE (socketpair, type_11, "socket(2)", "2.4")
{
  int fd[2];
  EXPECT_ERR (socketpair (AF_UNIX, 11, 0, fd), EINVAL);
}

CASE (socketpair, type_unknown_bit, "socket(2)", "2.6.27")
{
  int fd[2];
  for (unsigned int bit = 0x10; bit != 0; bit <<= 1)
    if (!(bit & (SOCK_NONBLOCK | SOCK_CLOEXEC)))
      EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM | bit, 0, fd), EINVAL);
}

/* The sockets are made before the kernel finds that they cannot be a pair.  */
CASE (socketpair, refused_leaves_no_fd, "socketpair(2)", "2.2")
{
  int fd[2];
  int before = open_fds ();
  EXPECT_ERR (socketpair (AF_INET, SOCK_STREAM, 0, fd), EOPNOTSUPP);
  EXPECT_EQ (open_fds (), before);
}

/* --- A pointer that is bad: no descriptor may stay open.  */

static void
pair_at (void *sv)
{
  int before = open_fds ();
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, sv), EFAULT);
  EXPECT_EQ (open_fds (), before);
}

CASE (socketpair, sv_bad, "socketpair(2)", "1.0") { pair_at (BAD_POINTER); }

CASE (socketpair, sv_null, "socketpair(2)", "1.0") { pair_at (NULL_POINTER); }

CASE (socketpair, sv_read_only, "socketpair(2)", "1.0")
{
  pair_at (read_only ());
}

/* Room for the first of the two.  */
CASE (socketpair, sv_over_page_end, "socketpair(2)", "1.0")
{
  pair_at (guarded (sizeof (int)));
}

CASE (socketpair, sv_at_page_end, "socketpair(2)", "1.0")
{
  int *fd = guarded (2 * sizeof *fd);
  EXPECT_RET (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), 0);
  EXPECT (fd[0] >= 0 && fd[1] >= 0 && fd[0] != fd[1]);
}

/* --- The descriptors.  */

CASE (socketpair, lowest_free_fds, "POSIX", "1.0")
{
  int fd[2];
  int first = next_fd ();
  EXPECT_RET (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), 0);
  EXPECT_EQ (fd[0], first);
  EXPECT_EQ (fd[1], first + 1);
}

CASE (socketpair, limit_reached, "socketpair(2)", "1.0")
{
  int fd[2];
  limit_fds (next_fd ());
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), EMFILE);
}

/* A single descriptor is not enough, and is released.  */
CASE (socketpair, limit_leaves_one, "socketpair(2)", "1.0")
{
  int fd[2];
  int next = next_fd ();
  limit_fds (next + 1);
  EXPECT_ERR (socketpair (AF_UNIX, SOCK_STREAM, 0, fd), EMFILE);
  EXPECT_RET (socket (AF_UNIX, SOCK_STREAM, 0), next);
}

CASE (socketpair, flags_of_both, "socket(2)", "2.6.27")
{
  static const int flags[]
      = { SOCK_NONBLOCK, SOCK_CLOEXEC, SOCK_NONBLOCK | SOCK_CLOEXEC };
  int fd[2];
  for (int i = 0; i < 3; i++)
    {
      EXPECT_RET (socketpair (AF_UNIX, SOCK_STREAM | flags[i], 0, fd), 0);
      EXPECT_EQ (fd_flags (fd[0]), flags[i]);
      EXPECT_EQ (fd_flags (fd[1]), flags[i]);
    }
}

CASE (socketpair, flags_none, "socketpair(2)", "1.0")
{
  int fd[2];
  EXPECT_RET (socketpair (AF_UNIX, SOCK_DGRAM, 0, fd), 0);
  EXPECT_EQ (fd_flags (fd[0]), 0);
  EXPECT_EQ (fd_flags (fd[1]), 0);
}

/* --- Their properties.  */

CASE (socketpair, types, "unix(7)", "2.6.4")
{
  static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };
  for (int i = 0; i < 3; i++)
    {
      int fd[2];
      EXPECT_RET (socketpair (AF_UNIX, types[i], 0, fd), 0);
      EXPECT_EQ (int_option (fd[0], SOL_SOCKET, SO_TYPE), types[i]);
      EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_TYPE), types[i]);
    }
}

CASE (socketpair, both_ways, "socketpair(2)", "1.0")
{
  char got = 0;
  int fd[2];
  MUST (socketpair (AF_UNIX, SOCK_STREAM, 0, fd));
  MUST (send (fd[0], "a", 1, 0));
  MUST (send (fd[1], "b", 1, 0));
  EXPECT_RET (recv (fd[0], &got, 1, MSG_DONTWAIT), 1);
  EXPECT_EQ (got, 'b');
  EXPECT_RET (recv (fd[1], &got, 1, MSG_DONTWAIT), 1);
  EXPECT_EQ (got, 'a');
}

CASE (socketpair, arguments_dirty_high, "kernel arch/x86", "2.5.5", NEEDS_WIDE)
{
  int fd[2];
  EXPECT_RET (socketpair (DIRTY_HIGH (AF_UNIX), DIRTY_HIGH (SOCK_DGRAM),
                          DIRTY_HIGH (0), fd),
              0);
}
