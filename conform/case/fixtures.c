/* fixtures.c - setup for cases: descriptors, memory, time, rights.  */
/* SPDX-License-Identifier: MIT */

#include "memory.h"
#include "report.h"

#include "conform.h"
#undef fork

#define PAGE 4096

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

static char *
pages (unsigned long size)
{
  char *got = conform_report->path->foreign ? low_memory (size)
                                            : private_memory (size);
  if (!got)
    SKIP ("no memory");
  return got;
}

void *
guarded (unsigned long n)
{
  unsigned long size = (n + PAGE - 1) / PAGE * PAGE;
  char *at = pages (size + PAGE);
  MUST (mprotect (at + size, PAGE, PROT_NONE));
  memset (at, FILL, size);
  return at + size - n;
}

void *
read_only (void)
{
  char *at = pages (PAGE);
  MUST (mprotect (at, PAGE, PROT_READ));
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

static volatile int seen;

static void
count_it (int sig)
{
  seen++;
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
  return seen;
}

void
signal_in (int ms, int flags)
{
  const struct itimerval when = { { 1, 0 }, { ms / 1000, ms % 1000 * 1000L } };
  count_signal (SIGALRM, flags);
  MUST (setitimer (ITIMER_REAL, &when, 0));
}

long
now_ms (void)
{
  struct timespec now;
  MUST (clock_gettime (CLOCK_MONOTONIC, &now));
  return (now.tv_sec & 0xfffff) * 1000 + now.tv_nsec / 1000000;
}

void
wait_for (int fd, int events)
{
  struct pollfd one = { .fd = fd, .events = (short)events };
  EXPECT_RET (poll (&one, 1, 5000), 1);
}

/* By write, which is not counted as a call of the case: --mutate must find the
   last one in either order of the processes.  */
void
write_in (int ms, int fd, const void *text, size_t n)
{
  if (conform_fork () != 0)
    return;
  pause_ms (ms);
  EXPECT_RET (write (fd, text, n), n);
  /* Under a tracer the signal of an end would cut a wait short.  */
  for (;;)
    pause_ms (1000);
}

/* A user namespace was needed for it.  */
static int has_all_rights;

void
own_network (void)
{
  struct ifreq lo;
  memset (&lo, 0, sizeof lo);
  memcpy (lo.ifr_name, "lo", 3);
  lo.ifr_flags = IFF_UP | IFF_LOOPBACK;
  if (unshare (CLONE_NEWNET) < 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNET) < 0)
        SKIP ("no network of its own: unshare is refused");
      has_all_rights = 1;
    }
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  if (ioctl (fd, SIOCSIFFLAGS, &lo) < 0)
    SKIP ("no network of its own: lo cannot be brought up");
  close (fd);
}

void
become_nobody (void)
{
  enum
  {
    NOBODY = 65534
  };
  if (has_all_rights)
    SKIP ("a user has all rights over a network of its own");
  if (geteuid () != 0)
    return;
  if (setresgid (NOBODY, NOBODY, NOBODY) < 0
      || setresuid (NOBODY, NOBODY, NOBODY) < 0)
    SKIP ("cannot give root up");
  /* The change of user cleared it.  */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

unsigned int
overflow_uid (void)
{
  char text[16];
  unsigned int uid = 0;
  long fd = open ("/proc/sys/kernel/overflowuid", O_RDONLY);
  long length = fd < 0 ? 0 : read ((int)fd, text, sizeof text);
  for (long i = 0; i < length && text[i] >= '0'; i++)
    uid = uid * 10 + (unsigned int)(text[i] - '0');
  close ((int)fd);
  return length > 0 ? uid : 65534;
}
