/* plain.c - calls on descriptors, without a libc.  */
/* SPDX-License-Identifier: MIT */

/* Standard input is a regular file, open for reading and writing.  */

#include "../suite.h"

/* No process has memory there, and no compiler can see that.  */
static void *volatile nowhere = (void *)16;

/* Makes a pipe; the case ends if that fails.  */
static int from, into;

static void
make_pipe (int flags)
{
  int ends[2] = { -1, -1 };
  EXPECT_EQ (pipe2 (ends, flags), 0);
  from = ends[0];
  into = ends[1];
  EXPECT (from > 2 && into > from);
}

TEST (write_and_read)
{
  char got[8] = "-------";
  make_pipe (0);
  EXPECT_EQ (write (into, "abcde", 5), 5);
  EXPECT_EQ (read (from, got, 3), 3);
  EXPECT (memcmp (got, "abc----", 8) == 0);
  EXPECT_EQ (read (from, got, 8), 2);
  EXPECT (memcmp (got, "dec----", 8) == 0);
  EXPECT_EQ (write (into, nowhere, 0), 0);
  EXPECT_EQ (close (into), 0);
  EXPECT_EQ (read (from, got, 8), 0);
}

TEST (read_and_write_errors)
{
  char byte = 0;
  make_pipe (O_NONBLOCK);
  EXPECT_ERR (read (-1, &byte, 1), EBADF);
  EXPECT_ERR (read (into, &byte, 1), EBADF);
  EXPECT_ERR (read (from, &byte, 1), EAGAIN);
  EXPECT_ERR (write (-1, &byte, 1), EBADF);
  EXPECT_ERR (write (from, &byte, 1), EBADF);
  EXPECT_ERR (write (into, nowhere, 1), EFAULT);
  EXPECT_EQ (write (into, "x", 1), 1);
  EXPECT_ERR (read (from, nowhere, 1), EFAULT);
  struct sigaction ignore = { .sa_handler = SIG_IGN };
  EXPECT_EQ (sigaction (SIGPIPE, &ignore, 0), 0);
  EXPECT_EQ (close (from), 0);
  EXPECT_ERR (write (into, &byte, 1), EPIPE);
}

/* Success preserves errno, and failure preserves the caller's memory.  */
TEST (errno_is_preserved)
{
  char byte = 'k';
  make_pipe (0);
  EXPECT_ERR (read (-1, &byte, 1), EBADF);
  EXPECT_EQ (byte, 'k');
  EXPECT_EQ (write (into, "x", 1), 1);
  EXPECT_EQ (errno, EBADF);
  EXPECT_EQ (getpid () > 0, 1);
  EXPECT_EQ (errno, EBADF);
}

TEST (closes)
{
  make_pipe (0);
  EXPECT_EQ (close (from), 0);
  EXPECT_ERR (close (from), EBADF);
  EXPECT_ERR (close (-1), EBADF);
  EXPECT_ERR (fcntl (from, F_GETFD), EBADF);
  EXPECT_EQ (fcntl (into, F_GETFD), 0);
}

TEST (pipe_flags)
{
  int ends[2] = { 77, 78 };
  make_pipe (O_CLOEXEC | O_NONBLOCK);
  EXPECT_EQ (fcntl (from, F_GETFD), FD_CLOEXEC);
  EXPECT_EQ (fcntl (into, F_GETFD), FD_CLOEXEC);
  EXPECT (fcntl (from, F_GETFL) & O_NONBLOCK);
  EXPECT_ERR (pipe2 (ends, O_CREAT), EINVAL);
  EXPECT (ends[0] == 77 && ends[1] == 78);
  EXPECT_ERR (pipe2 (nowhere, 0), EFAULT);
}

TEST (polls)
{
  make_pipe (0);
  struct pollfd both[2] = { { from, POLLIN, -1 }, { into, POLLOUT, -1 } };
  EXPECT_EQ (poll (both, 1, 0), 0);
  EXPECT_EQ (both[0].revents, 0);
  EXPECT_EQ (both[1].revents, -1);
  EXPECT_EQ (poll (both, 2, -1), 1);
  EXPECT_EQ (both[1].revents, POLLOUT);
  EXPECT_EQ (write (into, "x", 1), 1);
  EXPECT_EQ (poll (both, 2, 1000), 2);
  EXPECT_EQ (both[0].revents, POLLIN);
  EXPECT_EQ (close (into), 0);
  EXPECT_EQ (poll (both, 2, 0), 2);
  EXPECT_EQ (both[0].revents, POLLIN | POLLHUP);
  EXPECT_EQ (both[1].revents, POLLNVAL);
  both[0].fd = both[1].fd = -1;
  EXPECT_EQ (poll (both, 2, 0), 0);
}

TEST (poll_errors)
{
  struct pollfd one = { 0, POLLIN, 0 };
  EXPECT_ERR (poll (nowhere, 1, 0), EFAULT);
  EXPECT_ERR (poll (&one, 0x7fffffff, 0), EINVAL);
  EXPECT_EQ (poll (nowhere, 0, 0), 0);
}

TEST (fcntl_flags)
{
  make_pipe (0);
  EXPECT_EQ (fcntl (from, F_GETFL) & O_ACCMODE, O_RDONLY);
  EXPECT_EQ (fcntl (into, F_GETFL) & O_ACCMODE, O_WRONLY);
  EXPECT_EQ (fcntl (0, F_GETFL) & O_ACCMODE, O_RDWR);
  EXPECT_EQ (fcntl (from, F_SETFL, O_NONBLOCK), 0);
  EXPECT_EQ (fcntl (from, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
  EXPECT_EQ (fcntl (into, F_GETFL) & O_NONBLOCK, 0);
  EXPECT_EQ (fcntl (from, F_SETFD, FD_CLOEXEC), 0);
  EXPECT_EQ (fcntl (from, F_GETFD), FD_CLOEXEC);
  EXPECT_EQ (fcntl (from, F_SETFD, 0), 0);
  EXPECT_EQ (fcntl (from, F_GETFD), 0);
}

TEST (fcntl_copies)
{
  make_pipe (0);
  EXPECT_EQ (fcntl (into, F_DUPFD, 90), 90);
  EXPECT_EQ (fcntl (into, F_DUPFD, 90), 91);
  EXPECT_EQ (fcntl (90, F_GETFD), 0);
  EXPECT_EQ (fcntl (into, F_DUPFD_CLOEXEC, 95), 95);
  EXPECT_EQ (fcntl (95, F_GETFD), FD_CLOEXEC);
  EXPECT_EQ (write (91, "y", 1), 1);
  char got = 0;
  EXPECT_EQ (read (from, &got, 1), 1);
  EXPECT_EQ (got, 'y');
}

/* Runs in the child of a process that has locked bytes 10 to 29.  */
static void
meet_lock (pid_t holder)
{
  struct flock lock = { .l_type = F_RDLCK, .l_start = 25, .l_len = 100 };
  EXPECT_EQ (fcntl (0, F_GETLK, &lock), 0);
  EXPECT_EQ (lock.l_type, F_WRLCK);
  EXPECT_EQ (lock.l_start, 10);
  EXPECT_EQ (lock.l_len, 20);
  EXPECT_EQ (lock.l_pid, holder);
  struct flock mine = { .l_type = F_WRLCK, .l_start = 29, .l_len = 1 };
  EXPECT_ERR (fcntl (0, F_SETLK, &mine), EAGAIN);
  mine.l_start = 30;
  EXPECT_EQ (fcntl (0, F_SETLK, &mine), 0);
  _exit (5);
}

TEST (fcntl_locks)
{
  int status = 0;
  pid_t self = getpid ();
  struct flock lock = { .l_type = F_WRLCK, .l_start = 10, .l_len = 20 };
  EXPECT_EQ (fcntl (0, F_SETLK, &lock), 0);
  pid_t child = fork ();
  if (child == 0)
    meet_lock (self);
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT_EQ (status, 5 << 8);
  lock.l_type = F_UNLCK;
  EXPECT_EQ (fcntl (0, F_SETLK, &lock), 0);
  lock.l_type = F_WRLCK;
  EXPECT_EQ (fcntl (0, F_GETLK, &lock), 0);
  EXPECT_EQ (lock.l_type, F_UNLCK);
}

TEST (fcntl_errors)
{
  EXPECT_ERR (fcntl (-1, F_GETFL), EBADF);
  EXPECT_ERR (fcntl (0, 9999), EINVAL);
  EXPECT_ERR (fcntl (0, F_DUPFD, -1), EINVAL);
  EXPECT_ERR (fcntl (0, F_GETLK, nowhere), EFAULT);
  struct flock lock = { .l_type = 9 };
  EXPECT_ERR (fcntl (0, F_SETLK, &lock), EINVAL);
}

SUITE (plain, CASE (write_and_read), CASE (read_and_write_errors),
       CASE (errno_is_preserved), CASE (closes), CASE (pipe_flags),
       CASE (polls), CASE (poll_errors), CASE (fcntl_flags),
       CASE (fcntl_copies), CASE (fcntl_locks), CASE (fcntl_errors))
