/* process.c - fork, wait and exit, without a libc.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

static void *volatile nowhere = (void *)16;

/* Above the kernel's maximum (PID_MAX_LIMIT is 4 Mi).  */
#define NOBODY 0x3fffffff

/* A child that ends with CODE at once.  */
static pid_t
ends_with (int code)
{
  pid_t child = fork ();
  if (child == 0)
    _exit (code);
  EXPECT (child > 0);
  return child;
}

/* A child that waits for a signal for ten seconds.  */
static pid_t
waits (void)
{
  pid_t child = fork ();
  if (child == 0)
    {
      struct timespec long_time = { 10, 0 };
      nanosleep (&long_time, 0);
      _exit (99);
    }
  EXPECT (child > 0);
  return child;
}

TEST (forks)
{
  int ends[2];
  pid_t self = getpid (), got = 0;
  EXPECT (self > 1);
  EXPECT_EQ (pipe2 (ends, 0), 0);
  pid_t child = fork ();
  if (child == 0)
    {
      got = getpid ();
      _exit (write (ends[1], &got, sizeof got) != sizeof got);
    }
  EXPECT (child > 0 && child != self);
  EXPECT_EQ (read (ends[0], &got, sizeof got), sizeof got);
  EXPECT_EQ (got, child);
  EXPECT_EQ (getpid (), self);
  EXPECT_EQ (waitpid (child, 0, 0), child);
}

TEST (exit_codes)
{
  static const int codes[] = { 0, 1, 127, 128, 255, 256, -1, 0x12345 };
  for (unsigned i = 0; i < sizeof codes / sizeof *codes; i++)
    {
      int status = -1;
      pid_t child = ends_with (codes[i]);
      EXPECT_EQ (waitpid (-1, &status, 0), child);
      EXPECT (WIFEXITED (status) && !WIFSIGNALED (status));
      EXPECT_EQ (WEXITSTATUS (status), codes[i] & 0xff);
      EXPECT_EQ (status, (codes[i] & 0xff) << 8);
    }
}

TEST (wait_reports_all)
{
  int status = 0;
  pid_t child = waits ();
  EXPECT_EQ (waitpid (child, &status, WNOHANG), 0);
  EXPECT_EQ (kill (child, 0), 0);
  EXPECT_EQ (kill (child, SIGSTOP), 0);
  EXPECT_EQ (waitpid (child, &status, WUNTRACED), child);
  EXPECT (WIFSTOPPED (status) && !WIFEXITED (status));
  EXPECT_EQ (WSTOPSIG (status), SIGSTOP);
  EXPECT_EQ (kill (child, SIGCONT), 0);
  EXPECT_EQ (waitpid (child, &status, WCONTINUED), child);
  EXPECT (WIFCONTINUED (status));
  EXPECT_EQ (kill (child, SIGTERM), 0);
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT (WIFSIGNALED (status) && !WIFSTOPPED (status));
  EXPECT_EQ (WTERMSIG (status), SIGTERM);
}

/* The kernel counts memory in batches: only a large amount is sure to show. */
TEST (wait4_usage)
{
  struct
  {
    struct rusage usage;
    unsigned long after;
  } got;
  static volatile char room[4096 * 1024];
  memset (&got, 0xa5, sizeof got);
  int status = -1;
  pid_t child = fork ();
  if (child == 0)
    {
      for (unsigned i = 0; i < sizeof room; i += 4096)
        room[i] = 1;
      _exit (3);
    }
  EXPECT_EQ (wait4 (child, &status, 0, &got.usage), child);
  EXPECT_EQ (status, 3 << 8);
  EXPECT (got.usage.ru_maxrss > 1024 && got.usage.ru_maxrss < 1 << 20);
  EXPECT (got.usage.ru_minflt > 0);
  EXPECT (got.usage.ru_utime.tv_sec == 0 && got.usage.ru_nsignals == 0);
  EXPECT (got.usage.ru_nivcsw >= 0 && got.usage.ru_nivcsw < 1 << 20);
  EXPECT_EQ (got.after, (unsigned long)0xa5a5a5a5a5a5a5a5ULL);
  child = ends_with (4);
  EXPECT_EQ (wait4 (-1, 0, 0, 0), child);
}

TEST (wait_errors)
{
  int status;
  EXPECT_ERR (waitpid (-1, &status, 0), ECHILD);
  EXPECT_ERR (wait4 (-1, &status, 0, 0), ECHILD);
  EXPECT_ERR (waitpid (NOBODY, &status, 0), ECHILD);
  EXPECT_ERR (waitpid (-1, &status, 0x100), EINVAL);
  EXPECT_ERR (wait4 (-1, &status, 0x100, 0), EINVAL);
  ends_with (0);
  EXPECT_ERR (waitpid (-1, nowhere, 0), EFAULT);
  ends_with (0);
  EXPECT_ERR (wait4 (-1, 0, 0, nowhere), EFAULT);
}

TEST (kill_errors)
{
  EXPECT_ERR (kill (NOBODY, SIGTERM), ESRCH);
  EXPECT_ERR (kill (-NOBODY, 0), ESRCH);
  EXPECT_ERR (kill (getpid (), 65), EINVAL);
  EXPECT_ERR (kill (getpid (), -1), EINVAL);
  EXPECT_EQ (kill (getpid (), 0), 0);
}

TEST (execs)
{
  char *argv[] = { (char *)"name", (char *)"as exec'd", 0 };
  char *envp[] = { (char *)"A=b", 0 };
  int status = -1;
  pid_t child = fork ();
  if (child == 0)
    {
      execve ("/proc/self/exe", argv, envp);
      _exit (98);
    }
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT_EQ (status, 42 << 8);
}

TEST (exec_errors)
{
  static char large[256 * 1024];
  memset (large, 'x', sizeof large - 1);
  char *argv[] = { (char *)"name", 0 }, *much[] = { large, 0 };
  char *none[] = { 0 };
  EXPECT_ERR (execve ("/none/such", argv, none), ENOENT);
  EXPECT_ERR (execve ("", argv, none), ENOENT);
  EXPECT_ERR (execve ("/dev/null/x", argv, none), ENOTDIR);
  EXPECT_ERR (execve ("/", argv, none), EACCES);
  EXPECT_ERR (execve (nowhere, argv, none), EFAULT);
  EXPECT_ERR (execve ("/proc/self/exe", nowhere, none), EFAULT);
  EXPECT_ERR (execve ("/proc/self/exe", argv, nowhere), EFAULT);
  EXPECT_ERR (execve ("/proc/self/exe", much, none), E2BIG);
}

#define main suite_main
SUITE (process, CASE (forks), CASE (exit_codes), CASE (wait_reports_all),
       CASE (wait4_usage), CASE (wait_errors), CASE (kill_errors),
       CASE (execs), CASE (exec_errors))
#undef main

int
main (int argc, char **argv, char **envp)
{
  if (argc == 1)
    return suite_main ();
  int right = argc == 2 && memcmp (argv[0], "name", 5) == 0
              && memcmp (argv[1], "as exec'd", 10) == 0 && argv[2] == 0
              && memcmp (envp[0], "A=b", 4) == 0 && envp[1] == 0;
  return right ? 42 : 97;
}
