/* clock.c - clocks and sleep, without a libc.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

static void *volatile nowhere = (void *)16;
static volatile int caught;

static void
note (int sig)
{
  caught = sig;
}

/* Milliseconds since BEGAN, up to some weeks.  */
static long
since (struct timespec began)
{
  struct timespec now;
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, &now), 0);
  return (now.tv_sec - began.tv_sec) * 1000
         + (now.tv_nsec - began.tv_nsec) / 1000000;
}

/* A child that sends SIGUSR1 to this process until the child is killed.  */
static pid_t
disturb (void)
{
  struct sigaction action = { .sa_handler = note };
  EXPECT_EQ (sigaction (SIGUSR1, &action, 0), 0);
  pid_t self = getpid (), child = fork ();
  struct timespec pause = { 0, 15000000 };
  if (child == 0)
    for (int i = 0; i < 600; i++)
      {
        nanosleep (&pause, 0);
        kill (self, SIGUSR1);
      }
  if (child == 0)
    _exit (0);
  EXPECT (child > 0);
  return child;
}

TEST (returns_the_time)
{
  struct timespec real = { -1, -1 }, first = { -1, -1 }, used = { -1, -1 };
  EXPECT_EQ (clock_gettime (CLOCK_REALTIME, &real), 0);
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, &first), 0);
  /* An emulator may count the CPU time of a process in ticks.  */
  do
    EXPECT_EQ (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used), 0);
  while (used.tv_sec == 0 && used.tv_nsec == 0 && since (first) < 1000);
  EXPECT (real.tv_sec > 1700000000);
  EXPECT (real.tv_nsec >= 0 && real.tv_nsec < 1000000000);
  EXPECT (first.tv_sec >= 0 && first.tv_sec < real.tv_sec);
  EXPECT (first.tv_nsec >= 0 && first.tv_nsec < 1000000000);
  EXPECT (used.tv_sec == 0 && used.tv_nsec > 0 && used.tv_nsec < 1000000000);
  for (int i = 0; i < 100; i++)
    EXPECT (since (first) >= 0);
}

TEST (clock_errors)
{
  struct timespec now = { 7, 8 };
  EXPECT_ERR (clock_gettime (99, &now), EINVAL);
  EXPECT (now.tv_sec == 7 && now.tv_nsec == 8);
  EXPECT_ERR (clock_gettime (CLOCK_MONOTONIC, nowhere), EFAULT);
}

TEST (sleeps)
{
  struct timespec began, nap = { 0, 30000000 }, rest = { 7, 8 };
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, &began), 0);
  EXPECT_EQ (nanosleep (&nap, &rest), 0);
  EXPECT (since (began) >= 29);
  EXPECT (rest.tv_sec == 7 && rest.tv_nsec == 8);
}

TEST (polls_for_a_time)
{
  struct timespec began;
  struct pollfd none;
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, &began), 0);
  EXPECT_EQ (poll (&none, 0, 1030), 0);
  EXPECT (since (began) >= 1029);
}

TEST (is_woken)
{
  struct timespec began, night = { 15, 0 }, rest = { -1, -1 };
  EXPECT_EQ (clock_gettime (CLOCK_MONOTONIC, &began), 0);
  pid_t child = disturb ();
  EXPECT_ERR (nanosleep (&night, &rest), EINTR);
  EXPECT_EQ (caught, SIGUSR1);
  EXPECT (rest.tv_nsec >= 0 && rest.tv_nsec < 1000000000);
  /* The elapsed and the remaining time add up to the whole.  The kernel adds
     the timer slack, 50 us, to the remaining time.  */
  long left = rest.tv_sec * 1000 + rest.tv_nsec / 1000000;
  EXPECT (left >= 0 && left <= 15000);
  EXPECT (left + since (began) >= 14998);
  EXPECT_ERR (nanosleep (&night, 0), EINTR);
  struct pollfd none;
  EXPECT_ERR (poll (&none, 0, 15000), EINTR);
  EXPECT_EQ (kill (child, SIGKILL), 0);
}

TEST (sleep_errors)
{
  struct timespec wrong = { 0, 1000000000 };
  EXPECT_ERR (nanosleep (&wrong, 0), EINVAL);
  wrong.tv_nsec = -1;
  EXPECT_ERR (nanosleep (&wrong, 0), EINVAL);
  wrong.tv_sec = -1;
  wrong.tv_nsec = 0;
  EXPECT_ERR (nanosleep (&wrong, 0), EINVAL);
  EXPECT_ERR (nanosleep (nowhere, 0), EFAULT);
}

SUITE (clock, CASE (returns_the_time), CASE (clock_errors), CASE (sleeps),
       CASE (polls_for_a_time), CASE (is_woken), CASE (sleep_errors))
