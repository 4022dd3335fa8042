/* fixtures.c - setup for cases: descriptors, memory, time, processes.  */
/* SPDX-License-Identifier: MIT */

#include "memory.h"
#include "report.h"

#include "conform.h"
#undef fork

#include <max-errno.h>

int
pipe_fd (void)
{
  int ends[2];
  MUST (pipe2 (ends, 0));
  close (ends[1]);
  return ends[0];
}

int
closed_fd (void)
{
  int fd = pipe_fd ();
  close (fd);
  return fd;
}

int
path_fd (void)
{
  return (int)MUST (open ("/", O_PATH));
}

int
next_fd (void)
{
  return closed_fd ();
}

int
open_fds (void)
{
  int count = 0;
  for (int fd = 0; fd < 512; fd++)
    count += fcntl (fd, F_GETFD) >= 0;
  return count;
}

void
need_fds (int count)
{
  struct rlimit64 limit = { 0 };
  MUST (prlimit64 (0, RLIMIT_NOFILE, 0, &limit));
  if (limit.rlim_cur < (unsigned int)count)
    SKIP ("too few descriptors: see ulimit -n");
}

void
limit_fds (int count)
{
  const struct rlimit64 limit = { (unsigned int)count, (unsigned int)count };
  MUST (prlimit64 (0, RLIMIT_NOFILE, &limit, 0));
}

void
need_number (int number)
{
  if ((unsigned int)number > LAST_NUMBER)
    SKIP ("this number ends the process");
}

static char *
pages (unsigned long size)
{
  char *got = conform_report->path->foreign ? low_memory (size)
                                            : private_memory (size);
  if (!got)
    SKIP ("no memory");
  return got;
}

/* By the least address that can be protected: getauxval has no values in the
   program of a libc.  */
unsigned long
page_size (void)
{
  static unsigned long size;
  if (size)
    return size;
  char *at = pages (1 << 19);
  for (size = 4096; mprotect (at + size, size, PROT_READ) == -EINVAL;)
    size *= 2;
  return size;
}

void *
guarded (unsigned long n)
{
  unsigned long page = page_size (), size = (n + page - 1) / page * page;
  char *at = pages (size + page);
  MUST (mprotect (at + size, page, PROT_NONE));
  memset (at, FILL, size);
  return at + size - n;
}

void *
read_only (void)
{
  char *at = pages (page_size ());
  MUST (mprotect (at, page_size (), PROT_READ));
  return at;
}

/* Without a pipe to the runner: the kernel kills the child with its
   parent.  */
int
conform_fork (void)
{
  int child = (int)fork ();
  if (child == -EAGAIN || child == -ENOMEM)
    SKIP ("no second process for it");
  conform_must_plain (child, SITE, "fork ()");
  if (child == 0)
    prctl (PR_SET_PDEATHSIG, SIGKILL);
  return child;
}

int
end_of (int child)
{
  int status = 0;
  EXPECT_RET (wait4 (child, &status, 0, 0), child);
  return status;
}

void
pause_ms (int ms)
{
  struct timespec left = { ms / 1000, ms % 1000 * 1000000L };
  while (nanosleep (&left, &left) == -EINTR)
    ;
}

static volatile int *seen;

/* In memory that the children of the case share.  */
static volatile int *
shared_count (void)
{
  void *got = mmap (0, sizeof *seen, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if ((unsigned long)got >= -(unsigned long)MAX_ERRNO)
    SKIP ("no memory");
  return got;
}

static void
count_it (int sig)
{
  ++*seen;
}

static void
handle (int sig, void (*handler) (int), int flags)
{
  struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
  MUST (sigaction (sig, &action, 0));
}

void
count_signal (int sig, int flags)
{
  if (!seen)
    seen = shared_count ();
  handle (sig, count_it, flags);
}

void
ignore_signal (int sig)
{
  handle (sig, SIG_IGN, 0);
}

void
default_signal (int sig)
{
  handle (sig, SIG_DFL, 0);
}

int
signals_seen (void)
{
  return seen ? *seen : 0;
}

void
signal_in (int ms, int flags)
{
  const struct itimerval when = { { 1, 0 }, { ms / 1000, ms % 1000 * 1000L } };
  count_signal (SIGALRM, flags);
  MUST (setitimer (ITIMER_REAL, &when, 0));
}

static long
ms_of (const struct timespec *time)
{
  static long begun;
  if (!begun)
    begun = (long)time->tv_sec;
  return ((long)time->tv_sec - begun) * 1000 + time->tv_nsec / 1000000;
}

long
now_ms (void)
{
  struct timespec now;
  MUST (clock_gettime (CLOCK_MONOTONIC, &now));
  return ms_of (&now);
}

/* Of the last tick.  The clock is of Linux 2.6.32.  */
long
tick_ms (void)
{
  struct timespec now;
  return clock_gettime (CLOCK_MONOTONIC_COARSE, &now) < 0 ? now_ms ()
                                                          : ms_of (&now);
}

void
after_signal (void)
{
  while (signals_seen () == 0)
    pause_ms (10);
  pause_ms (50);
}

/* The flags in force are those of the time of the signal.  */
static void
restart_no_more (int sig)
{
  ++*seen;
  handle (sig, count_it, 0);
}

void
end_when_restarted (void)
{
  const struct itimerval when = { { 0, 60000 }, { 0, 40000 } };
  seen = shared_count ();
  handle (SIGALRM, restart_no_more, SA_RESTART);
  MUST (setitimer (ITIMER_REAL, &when, 0));
}

/* Under a tracer the signal of an end would cut a wait short.  */
void
stay (void)
{
  for (;;)
    pause_ms (1000);
}

void
wait_for (int fd, int events)
{
  struct pollfd one = { .fd = fd, .events = (short)events };
  EXPECT_RET (poll (&one, 1, 5000), 1);
}

/* By write, which is not counted as a call of the case: --mutate must find the
   last one in either order of the processes.  */
static void
write_and_stay (int fd, const void *text, size_t n)
{
  EXPECT_RET (write (fd, text, n), n);
  stay ();
}

void
write_in (int ms, int fd, const void *text, size_t n)
{
  if (conform_fork () != 0)
    return;
  pause_ms (ms);
  write_and_stay (fd, text, n);
}

void
write_after_signal (int fd, const void *text, size_t n)
{
  if (conform_fork () != 0)
    return;
  after_signal ();
  write_and_stay (fd, text, n);
}
