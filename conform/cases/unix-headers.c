/* unix-headers.c - headers of control data, whole and broken.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* The result of sendmsg for control data with a header of LENGTH, level
   LEVEL and type TYPE, and 12 bytes of data and padding: descriptors.  */
static long
send_header (size_t length, int level, int type)
{
  int fd[2];
  struct rights went;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  FILLED (went);
  parcel (&p, 1, &went, CMSG_SPACE (12));
  control_header (&went, level, type, 12);
  went.header.cmsg_len = length;
  for (int i = 0; i < 4; i++)
    went.fd[i] = fd[0];
  return sendmsg (fd[0], &p.message, 0);
}

#define FOREIGN 0x7A5A5A5A

/* --- Lengths that are wrong.  */

CASE (sendmsg, cmsg_len_4, "unix(7)", "2.2.6")
{
  EXPECT_ERR (send_header (4, SOL_SOCKET, SCM_RIGHTS), EINVAL);
}

CASE (sendmsg, cmsg_len_zero, "unix(7)", "2.2.6")
{
  EXPECT_ERR (send_header (0, SOL_SOCKET, SCM_RIGHTS), EINVAL);
}

CASE (sendmsg, cmsg_len_short_of_the_header, "unix(7)", "2.2.6")
{
  EXPECT_ERR (send_header (CMSG_LEN (0) - 1, SOL_SOCKET, SCM_RIGHTS), EINVAL);
}

CASE (sendmsg, cmsg_len_beyond_the_end, "unix(7)", "2.2")
{
  EXPECT_ERR (send_header (CMSG_SPACE (12) + 1, SOL_SOCKET, SCM_RIGHTS),
              EINVAL);
}

CASE (sendmsg, cmsg_len_negative, "unix(7)", "2.2")
{
  EXPECT_ERR (send_header ((size_t)-1, SOL_SOCKET, SCM_RIGHTS), EINVAL);
}

/* 0 when it is made a multiple of a word.  */
CASE (sendmsg, cmsg_len_wraps_when_aligned, "kernel net/core/scm.c", "2.2")
{
  EXPECT_ERR (send_header ((size_t)-3, SOL_SOCKET, SCM_RIGHTS), EINVAL);
}

CASE (sendmsg, cmsg_len_int_max, "kernel net/core/scm.c", "2.2")
{
  EXPECT_ERR (send_header (0x7fffffff, SOL_SOCKET, SCM_RIGHTS), EINVAL);
}

/* Right in its low half.  */
CASE (sendmsg, cmsg_len_high_half, "kernel net/core/scm.c", "2.5.5",
      NEEDS_WIDE)
{
  EXPECT_ERR (
      send_header ((size_t)DIRTY_HIGH (CMSG_LEN (12)), SOL_SOCKET, SCM_RIGHTS),
      EINVAL);
}

CASE (sendmsg, cmsg_len_to_the_very_end, "unix(7)", "2.2")
{
  EXPECT_RET (send_header (CMSG_SPACE (12), SOL_SOCKET, SCM_RIGHTS), 1);
}

/* --- Levels and types that mean nothing here.  */

CASE (sendmsg, cmsg_level_foreign, "kernel net/core/scm.c", "2.2")
{
  EXPECT_RET (send_header (CMSG_LEN (12), FOREIGN, SCM_RIGHTS), 1);
}

CASE (sendmsg, cmsg_level_ip, "kernel net/core/scm.c", "2.2")
{
  EXPECT_RET (send_header (CMSG_LEN (12), SOL_IP, 8), 1);
}

/* The length is checked nevertheless: a loop must advance.  */
CASE (sendmsg, cmsg_level_foreign_len_zero, "kernel net/core/scm.c", "2.2.6")
{
  EXPECT_ERR (send_header (0, FOREIGN, 0), EINVAL);
}

CASE (sendmsg, cmsg_type_unknown, "kernel net/core/scm.c", "2.2")
{
  EXPECT_ERR (send_header (CMSG_LEN (12), SOL_SOCKET, 99), EINVAL);
}

CASE (sendmsg, cmsg_type_zero, "kernel net/core/scm.c", "2.2")
{
  EXPECT_ERR (send_header (CMSG_LEN (12), SOL_SOCKET, 0), EINVAL);
}

/* For receiving alone.  */
CASE (sendmsg, cmsg_type_timestamp, "kernel net/core/scm.c", "2.2")
{
  EXPECT_ERR (send_header (CMSG_LEN (12), SOL_SOCKET, SCM_TIMESTAMP), EINVAL);
}

CASE (sendmsg, cmsg_type_security, "kernel net/core/scm.c", "2.2",
      NEEDS_NOTHING, "unix(7) does not say that SCM_SECURITY cannot be sent")
{
  EXPECT_ERR (send_header (CMSG_LEN (12), SOL_SOCKET, SCM_SECURITY), EINVAL);
}

/* --- Several headers.  */

/* A foreign header with LENGTH bytes of data, FILL as its pad, and then one
   descriptor, which must arrive.  */
static void
behind_foreign (size_t length)
{
  int fd[2], sent = pipe_fd ();
  char *went = guarded (CMSG_SPACE (length) + CMSG_LEN (sizeof sent));
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  control_header (went, FOREIGN, SCM_RIGHTS, length);
  char *second = went + CMSG_SPACE (length);
  control_header (second, SOL_SOCKET, SCM_RIGHTS, sizeof sent);
  memcpy (second + CMSG_LEN (0), &sent, sizeof sent);
  parcel (&p, 1, went, CMSG_SPACE (length) + CMSG_LEN (sizeof sent));
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof sent));
  EXPECT (same_file (got.fd[0], sent));
}

CASE (sendmsg, cmsg_behind_data_of_0, "kernel net/core/scm.c", "2.2")
{
  behind_foreign (0);
}
CASE (sendmsg, cmsg_behind_data_of_1, "kernel net/core/scm.c", "2.2")
{
  behind_foreign (1);
}
CASE (sendmsg, cmsg_behind_data_of_4, "kernel net/core/scm.c", "2.2")
{
  behind_foreign (4);
}
CASE (sendmsg, cmsg_behind_data_of_7, "kernel net/core/scm.c", "2.2")
{
  behind_foreign (7);
}
/* More than a kernel keeps on its stack, or a libc.  */
CASE (sendmsg, cmsg_behind_data_of_1100, "kernel net/core/scm.c", "2.6.0")
{
  behind_foreign (1100);
}
CASE (sendmsg, cmsg_behind_data_of_8000, "kernel net/core/scm.c", "2.6.0")
{
  behind_foreign (8000);
}

/* A broken header after a good one: nothing is sent.  */
CASE (sendmsg, cmsg_second_broken, "kernel net/core/scm.c", "2.2.6")
{
  int fd[2], ends[2];
  struct rights went;
  struct parcel p;
  MUST (pipe2 (ends, 0));
  unix_pair (SOCK_STREAM, fd);
  rights_of (&went, &ends[1], 1);
  char *second = (char *)&went + CMSG_SPACE (sizeof (int));
  control_header (second, SOL_SOCKET, SCM_RIGHTS, 4);
  ((struct cmsghdr *)second)->cmsg_len = 1;
  parcel (&p, 1, &went, 2 * CMSG_SPACE (sizeof (int)));
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), EINVAL);
  close (ends[1]);
  EXPECT (no_writer (ends[0]));
}

/* --- Control data that are no header at all.  */

/* 64-bit kernels return EINVAL to 32-bit programs, all others ignore it.  */
CASE (sendmsg, unix_controllen_short_of_a_header, "kernel net/compat.c", "2.2",
      NEEDS_NOTHING,
      "send(2) does not say; a 32-bit program has EINVAL on a "
      "64-bit kernel alone")
{
  int fd[2];
  struct rights went;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  rights_of (&went, fd, 1);
  parcel (&p, 1, &went, sizeof went.header - 1);
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), translated () ? -EINVAL : 1);
}

CASE (sendmsg, unix_controllen_zero, "cmsg(3)", "2.2")
{
  int fd[2];
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 1, BAD_POINTER, 0);
  EXPECT_RET (sendmsg (fd[0], &p.message, 0), 1);
}

CASE (sendmsg, unix_control_bad, "send(2)", "2.2")
{
  int fd[2];
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 1, BAD_POINTER, 64);
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), EFAULT);
}

CASE (sendmsg, unix_control_null, "kernel net/compat.c", "2.2", NEEDS_NOTHING,
      "send(2) has EFAULT; a 32-bit program has EINVAL on a 64-bit "
      "kernel")
{
  int fd[2];
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  parcel (&p, 1, NULL_POINTER, 64);
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), translated () ? EINVAL : EFAULT);
}

CASE (sendmsg, unix_control_over_page_end, "send(2)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights r;
  struct parcel p;
  size_t length = rights_of (&r, &sent, 1);
  char *went = guarded (length - 1);
  unix_pair (SOCK_STREAM, fd);
  memcpy (went, &r, length - 1);
  parcel (&p, 1, went, length);
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), EFAULT);
}

/* --- Very long ones.  */

#define TWO_MIB (2UL << 20)

static long
send_long (size_t length)
{
  int fd[2];
  struct parcel p;
  need_setting ("core/optmem_max", 0, TWO_MIB - 1);
  char *went = mmap (0, TWO_MIB, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  unix_pair (SOCK_STREAM, fd);
  control_header (went, FOREIGN, 0, 0);
  ((struct cmsghdr *)went)->cmsg_len = length;
  parcel (&p, 1, went, TWO_MIB);
  return sendmsg (fd[0], &p.message, 0);
}

/* Above /proc/sys/net/core/optmem_max.  The translation for 32-bit programs
   returns another error.  */
CASE (sendmsg, unix_controllen_2_mib, "kernel net/socket.c", "2.2",
      NEEDS_NOTHING,
      "send(2) has ENOBUFS for output queues alone; a 32-bit "
      "program has ENOMEM on a 64-bit kernel")
{
  EXPECT_ERR (send_long (TWO_MIB), translated () ? ENOMEM : ENOBUFS);
}

CASE (sendmsg, unix_controllen_2_mib_broken, "kernel net/socket.c", "2.2",
      NEEDS_NOTHING,
      "send(2) has ENOBUFS for output queues alone; a 32-bit "
      "program has EINVAL on a 64-bit kernel")
{
  EXPECT_ERR (send_long (1), translated () ? EINVAL : ENOBUFS);
}

CASE (sendmsg, unix_controllen_above_int_max, "kernel net/socket.c", "2.2",
      NEEDS_NOTHING, "send(2) has ENOBUFS for output queues alone")
{
  int fd[2];
  struct rights went;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  rights_of (&went, fd, 1);
  parcel (&p, 1, &went, 0x80000000UL);
  EXPECT_ERR (sendmsg (fd[0], &p.message, 0), ENOBUFS);
}
