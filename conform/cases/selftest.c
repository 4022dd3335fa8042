/* selftest.c - cases that go wrong on purpose: for --selftest alone.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

CASE (selftest, ok, "the runner", "1.0")
{
  EXPECT_ERR (bind (-1, 0, 0), EBADF);
}

CASE (selftest, different, "the runner", "1.0")
{
  EXPECT_ERR (bind (-1, 0, 0), EINVAL);
}

CASE (selftest, different_in_a_child, "the runner", "1.0")
{
  int child = fork ();
  if (child == 0)
    EXPECT_RET (socket (AF_UNIX, SOCK_STREAM, 0), 1000);
  end_of (child);
}

CASE (selftest, absent, "the runner", "1.0")
{
  EXPECT_RET (RAW (100000, 0, 0, 0, 0, 0, 0), 0);
}

CASE (selftest, crashed, "the runner", "1.0")
{
  *(volatile int *)conform_word (1) = 0;
}

CASE (selftest, hung, "the runner", "1.0")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  recv (fd[0], &byte, 1, 0);
}

CASE (selftest, skipped, "the runner", "1.0") { SKIP ("on purpose"); }

/* JSON needs escapes for these.  */
CASE (selftest, skipped_in_quotes, "the runner", "1.0")
{
  SKIP ("\"quoted\", \\, tab\t, delete\x7f");
}

CASE (selftest, future, "the runner", "999.0") { EXPECT (0); }

/* Neither its process nor its file may remain.  */
CASE (selftest, left_behind, "the runner", "1.0")
{
  struct sockaddr_un name;
  socklen_t length = path_name (&name, "left");
  unix_bound (SOCK_STREAM, &name, length);
  if (fork () == 0)
    {
      prctl (PR_SET_PDEATHSIG, 0L, 0L, 0L, 0L);
      pause_ms (600000);
    }
}

/* --mutate must report this: a call whose result is not checked.  */
CASE (selftest, unchecked, "the runner", "1.0")
{
  EXPECT_ERR (bind (-1, 0, 0), EBADF);
  listen (-1, 0);
}

/* The same answer as that of a call, made by a function that made one.  */
static long
hides_answer (void)
{
  listen (-1, 0);
  return -EBADF;
}

CASE (selftest, unchecked_in_a_function, "the runner", "1.0")
{
  EXPECT_ERR (hides_answer (), EBADF);
}

/* Skipped is not failed.  */
CASE (selftest, unchecked_but_skipped, "the runner", "1.0")
{
  if (bind (-1, 0, 0) != -EBADF)
    SKIP ("on purpose");
}

/* A check of one answer, and then one by which of the two it was.  */
CASE (selftest, checked_at_once, "the runner", "1.0")
{
  EXPECT_ERR (listen (-1, 0), EBADF);
  EXPECT_RET (socket (AF_UNIX, SOCK_STREAM, 0), next_fd ());
}

/* A fix that stable releases have as well: before 4.4 two results are right,
   of which one is the opposite of the other.  */
CASE (selftest, fixed, "the runner", "1.0")
{
  EXPECT_RET_FIXED (bind (-1, 0, 0), -EBADF, 4, 4, 0);
}

CASE (selftest, not_fixed, "the runner", "1.0")
{
  EXPECT_RET_FIXED (bind (-1, 0, 0), -EINVAL, 4, 4, -EBADF);
}

CASE (selftest, fixed_value, "the runner", "1.0")
{
  EXPECT_EQ_FIXED (bind (-1, 0, 0), 1, 4, 4, -1);
}

/* The last socket call succeeds, another call fails.  */
CASE (selftest, different_plain_call, "the runner", "1.0")
{
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (ioctl (fd, -1, 0));
}

/* A value is no error, unless it is that of a call.  */
CASE (selftest, different_value, "the runner", "1.0")
{
  new_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_EQ (conform_word (-1), 1);
}

CASE (selftest, different_value_of_a_call, "the runner", "1.0")
{
  EXPECT_RANGE (bind (-1, 0, 0), 0, 1);
}

CASE (selftest, different_kernel_error, "the runner", "1.0")
{
  EXPECT_RET (conform_word (-512), 0);
}
