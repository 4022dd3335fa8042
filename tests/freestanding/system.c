/* system.c - settings of a process, limits, owners, timers, the system.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

#include <sched.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/utsname.h>

static void *volatile nowhere = (void *)16;

TEST (returns_the_system_name)
{
  struct utsname u;
  EXPECT_EQ (uname (&u), 0);
  EXPECT_EQ (memcmp (u.sysname, "Linux", 6), 0);
  EXPECT (u.release[0] >= '2' && u.release[1] == '.');
  EXPECT_ERR (uname (nowhere), EFAULT);
}

TEST (sets_a_name)
{
  char got[16] = "";
  EXPECT_EQ (prctl (PR_SET_NAME, "trapgate", 0L, 0L, 0L), 0);
  EXPECT_EQ (prctl (PR_GET_NAME, got, 0L, 0L, 0L), 0);
  EXPECT_EQ (memcmp (got, "trapgate", 9), 0);
  EXPECT_ERR (prctl (-1, 0L, 0L, 0L, 0L), EINVAL);
}

/* Limits have 64 bits on every architecture.  */
TEST (limits)
{
  struct rlimit64 old, now = { 20, 20 }, got;
  EXPECT_EQ (prlimit64 (0, RLIMIT_NOFILE, 0, &old), 0);
  EXPECT (old.rlim_cur > 20 && old.rlim_cur <= old.rlim_max);
  EXPECT_EQ (prlimit64 (0, RLIMIT_NOFILE, &now, 0), 0);
  EXPECT_EQ (prlimit64 (0, RLIMIT_NOFILE, 0, &got), 0);
  EXPECT (got.rlim_cur == 20 && got.rlim_max == 20);
  EXPECT_ERR (dup2 (0, 20), EBADF);
  EXPECT_EQ (dup2 (0, 19), 19);
  EXPECT_ERR (prlimit64 (0, 99, 0, &got), EINVAL);
  EXPECT_ERR (prlimit64 (0, RLIMIT_NOFILE, nowhere, 0), EFAULT);
}

TEST (owners)
{
  EXPECT_EQ (getuid (), getauxval (AT_UID));
  EXPECT_EQ (geteuid (), getauxval (AT_EUID));
  EXPECT_EQ (setresuid (-1, -1, -1), 0);
  EXPECT_EQ (setresgid (-1, -1, -1), 0);
  if (geteuid () != 0)
    return;
  /* An id that looks like an error is a result.  */
  EXPECT_EQ (setresuid ((uid_t)-2, (uid_t)-3, 0), 0);
  EXPECT_EQ (getuid (), (uid_t)-2);
  EXPECT_EQ (geteuid (), (uid_t)-3);
  /* It is extended as C does it.  */
  EXPECT (getuid () == (uid_t)-2);
  EXPECT_EQ (setresuid (0, 0, 0), 0);
  /* Ids of more than 16 bits.  */
  EXPECT_EQ (setresgid (70000, 70000, 70000), 0);
  EXPECT_EQ (setresuid (70000, 70001, 70000), 0);
  EXPECT_EQ (getuid (), 70000);
  EXPECT_EQ (geteuid (), 70001);
  EXPECT_ERR (setresuid (0, 0, 0), EPERM);
}

TEST (relatives)
{
  pid_t self = getpid ();
  EXPECT_EQ (gettid (), self);
  EXPECT (getppid () > 0);
  pid_t child = fork ();
  if (child == 0)
    {
      EXPECT_EQ (getppid (), self);
      EXPECT_EQ (setpgid (0, 0), 0);
      EXPECT_EQ (kill (-getpid (), 0), 0);
      _exit (6);
    }
  int status = 0;
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT_EQ (status, 6 << 8);
  EXPECT_ERR (setpgid (0, -1), EINVAL);
}

TEST (schedules)
{
  EXPECT_EQ (sched_yield (), 0);
  EXPECT_EQ (unshare (0), 0);
  EXPECT_EQ (unshare (CLONE_FILES), 0);
  EXPECT_ERR (unshare (1), EINVAL);
}

TEST (protects)
{
  char *page = mmap (0, 4096, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  struct timespec now;
  EXPECT (page != MAP_FAILED);
  EXPECT_EQ (mprotect (page, 4096, PROT_READ), 0);
  EXPECT_ERR (clock_gettime (CLOCK_MONOTONIC, (void *)page), EFAULT);
  EXPECT_EQ (mprotect (page, 4096, PROT_READ | PROT_WRITE), 0);
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, (void *)page), 0);
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, &now), 0);
  EXPECT_ERR (mprotect (page + 1, 1, PROT_READ), EINVAL);
}

TEST (waits_for_signals)
{
  sigset_t set;
  siginfo_t info;
  const struct timespec none = { 0, 0 };
  sigemptyset (&set);
  sigaddset (&set, SIGUSR1);
  sigaddset (&set, SIGALRM);
  EXPECT_EQ (rt_sigprocmask (SIG_BLOCK, &set, 0, sizeof set), 0);
  EXPECT_ERR (rt_sigtimedwait (&set, &info, &none, sizeof set), EAGAIN);
  EXPECT_EQ (tgkill (getpid (), gettid (), SIGUSR1), 0);
  EXPECT_EQ (rt_sigtimedwait (&set, &info, 0, sizeof set), SIGUSR1);
  EXPECT_EQ (info.si_code, SI_TKILL);
  EXPECT_EQ (info.si_pid, getpid ());
  EXPECT_ERR (tgkill (getpid (), gettid (), 99), EINVAL);
  EXPECT_ERR (rt_sigtimedwait (&set, 0, 0, 1), EINVAL);

  const struct itimerval soon = { { 0, 0 }, { 0, 1000 } };
  const struct itimerval rest = { { 0, 0 }, { 0, 400000 } };
  struct itimerval left;
  EXPECT_EQ (setitimer (ITIMER_REAL, &soon, 0), 0);
  EXPECT_EQ (rt_sigtimedwait (&set, 0, 0, sizeof set), SIGALRM);
  const struct itimerval part = { { 0, 0 }, { 50, 700000 } };
  EXPECT_EQ (alarm (100), 0);
  EXPECT_EQ (alarm (1), 100);
  EXPECT_EQ (setitimer (ITIMER_REAL, &part, 0), 0);
  EXPECT_EQ (alarm (0), 51);
  EXPECT_EQ (setitimer (ITIMER_REAL, &rest, 0), 0);
  EXPECT_EQ (alarm (0), 1);
  EXPECT_EQ (setitimer (ITIMER_REAL, 0, &left), 0);
  EXPECT_EQ (left.it_value.tv_sec, 0);
  EXPECT_ERR (setitimer (9, &soon, 0), EINVAL);
}

SUITE (system, CASE (returns_the_system_name), CASE (sets_a_name),
       CASE (limits), CASE (owners), CASE (relatives), CASE (schedules),
       CASE (protects), CASE (waits_for_signals))
