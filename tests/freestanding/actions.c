/* actions.c - sigaction without a libc: what it sets, returns and refuses.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

static void *volatile nowhere = (void *)16;
static volatile int caught;

static void
count (int sig)
{
  (void)sig;
  caught++;
}

static void
count_info (int sig, siginfo_t *info, void *where)
{
  (void)info;
  (void)where;
  count (sig);
}

/* A child that sends SIGUSR1 the given number of times, then writes a byte. */
static pid_t
disturb (int times, int into)
{
  pid_t self = getpid (), child = fork ();
  struct timespec pause = { 0, 10000000 };
  EXPECT (child >= 0);
  if (child > 0)
    return child;
  while (times-- > 0)
    {
      nanosleep (&pause, 0);
      kill (self, SIGUSR1);
    }
  nanosleep (&pause, 0);
  _exit (write (into, "x", 1) != 1);
}

TEST (restarts)
{
  int ends[2];
  char got = 0;
  EXPECT_EQ (pipe2 (ends, 0), 0);
  struct sigaction action = { .sa_handler = count, .sa_flags = SA_RESTART };
  EXPECT_EQ (sigaction (SIGUSR1, &action, 0), 0);
  disturb (5, ends[1]);
  EXPECT_EQ (read (ends[0], &got, 1), 1);
  EXPECT_EQ (got, 'x');
  EXPECT (caught > 0);
  /* With SA_SIGINFO, too, which has another restorer.  */
  action.sa_sigaction = count_info;
  action.sa_flags |= SA_SIGINFO;
  EXPECT_EQ (sigaction (SIGUSR1, &action, 0), 0);
  caught = 0;
  disturb (5, ends[1]);
  EXPECT_EQ (read (ends[0], &got, 1), 1);
  EXPECT (caught > 0);
}

TEST (interrupts)
{
  int ends[2];
  char got = 0;
  EXPECT_EQ (pipe2 (ends, 0), 0);
  struct sigaction action = { .sa_handler = count };
  EXPECT_EQ (sigaction (SIGUSR1, &action, 0), 0);
  pid_t child = disturb (500, ends[1]);
  EXPECT_ERR (read (ends[0], &got, 1), EINTR);
  EXPECT_ERR (waitpid (child, 0, 0), EINTR);
  EXPECT_EQ (kill (child, SIGKILL), 0);
}

static void
put_and_get (int flags)
{
  struct sigaction put = { .sa_flags = flags }, got;
  if (flags & SA_SIGINFO)
    put.sa_sigaction = count_info;
  else
    put.sa_handler = count;
  sigaddset (&put.sa_mask, 1);
  sigaddset (&put.sa_mask, 32);
  sigaddset (&put.sa_mask, 33);
  sigaddset (&put.sa_mask, 64);
  EXPECT_EQ (sigaction (SIGUSR1, &put, 0), 0);
  memset (&got, 0xa5, sizeof got);
  EXPECT_EQ (sigaction (SIGUSR1, 0, &got), 0);
  EXPECT (got.sa_sigaction == put.sa_sigaction);
  EXPECT_EQ (got.sa_flags, flags);
  EXPECT (memcmp (&got.sa_mask, &put.sa_mask, sizeof got.sa_mask) == 0);
}

TEST (returns_the_old_action)
{
  static const int flags[] = { 0,
                               SA_RESTART,
                               SA_NODEFER,
                               SA_SIGINFO,
                               (int)SA_RESETHAND,
                               SA_NOCLDSTOP | SA_NOCLDWAIT | SA_ONSTACK,
                               (int)(SA_RESETHAND | SA_SIGINFO | SA_RESTART) };
  for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++)
    put_and_get (flags[i]);
  /* While setting a new one, and for a signal that never had one.  */
  struct sigaction ignore = { .sa_handler = SIG_IGN }, got;
  EXPECT_EQ (sigaction (SIGUSR1, &ignore, &got), 0);
  EXPECT (got.sa_sigaction == count_info);
  EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
  EXPECT_EQ (sigaction (SIGUSR1, 0, &got), 0);
  EXPECT (got.sa_handler == SIG_IGN && got.sa_flags == 0);
  EXPECT_EQ (sigaction (SIGUSR2, 0, &got), 0);
  EXPECT (got.sa_handler == SIG_DFL && got.sa_flags == 0);
  EXPECT_EQ (sigaction (SIGKILL, 0, &got), 0);
  EXPECT_EQ (sigaction (SIGUSR1, 0, 0), 0);
}

TEST (action_errors)
{
  static const int wrong[] = { 0, -1, NSIG, SIGKILL, SIGSTOP };
  struct sigaction action = { .sa_handler = count }, old;
  memset (&old, 0xa5, sizeof old);
  for (unsigned i = 0; i < sizeof wrong / sizeof *wrong; i++)
    EXPECT_ERR (sigaction (wrong[i], &action, &old), EINVAL);
  EXPECT_ERR (sigaction (NSIG, 0, &old), EINVAL);
  EXPECT_EQ (old.sa_flags, (int)0xa5a5a5a5);
  struct kernel_sigaction kernel;
  EXPECT_ERR (rt_sigaction (SIGUSR1, nowhere, 0, sizeof (sigset_t)), EFAULT);
  EXPECT_ERR (rt_sigaction (SIGUSR1, 0, nowhere, sizeof (sigset_t)), EFAULT);
  EXPECT_ERR (rt_sigaction (SIGUSR1, 0, &kernel, sizeof (sigset_t) - 1),
              EINVAL);
}

TEST (process_mask)
{
  sigset_t one, two, got;
  sigemptyset (&one);
  sigemptyset (&two);
  sigaddset (&one, SIGUSR1);
  sigaddset (&two, 50);
  struct sigaction action = { .sa_handler = count };
  EXPECT_EQ (sigaction (SIGUSR1, &action, 0), 0);
  EXPECT_EQ (rt_sigprocmask (SIG_SETMASK, &one, 0, sizeof one), 0);
  EXPECT_EQ (rt_sigprocmask (SIG_BLOCK, &two, &got, sizeof got), 0);
  EXPECT (memcmp (&got, &one, sizeof got) == 0);
  EXPECT_EQ (kill (getpid (), SIGUSR1), 0);
  EXPECT_EQ (caught, 0);
  EXPECT_EQ (rt_sigprocmask (SIG_UNBLOCK, &one, &got, sizeof got), 0);
  EXPECT_EQ (caught, 1);
  EXPECT (sigismember (&got, SIGUSR1) == 1 && sigismember (&got, 50) == 1);
  EXPECT_EQ (rt_sigprocmask (SIG_SETMASK, &one, &got, sizeof got), 0);
  EXPECT (memcmp (&got, &two, sizeof got) == 0);
}

TEST (mask_errors)
{
  sigset_t set;
  sigemptyset (&set);
  EXPECT_ERR (rt_sigprocmask (SIG_SETMASK + 1, &set, 0, sizeof set), EINVAL);
  EXPECT_ERR (rt_sigprocmask (-1, &set, 0, sizeof set), EINVAL);
  EXPECT_ERR (rt_sigprocmask (SIG_BLOCK, &set, 0, sizeof set - 4), EINVAL);
  EXPECT_ERR (rt_sigprocmask (SIG_BLOCK, nowhere, 0, sizeof set), EFAULT);
  EXPECT_ERR (rt_sigprocmask (SIG_BLOCK, 0, nowhere, sizeof set), EFAULT);
}

/* C copies the structure, and must not fault where the kernel would not.  */
TEST (action_faults)
{
  void *volatile bad = (void *)8;
  struct sigaction put = { .sa_handler = SIG_IGN }, got;
  EXPECT_ERR (sigaction (SIGUSR1, bad, 0), EFAULT);
  EXPECT_ERR (sigaction (SIGUSR1, &put, bad), EFAULT);
  EXPECT_EQ (sigaction (SIGUSR1, 0, &got), 0);
  EXPECT (got.sa_handler == SIG_IGN);
}

SUITE (actions, CASE (restarts), CASE (interrupts),
       CASE (returns_the_old_action), CASE (action_errors),
       CASE (action_faults), CASE (process_mask), CASE (mask_errors))
