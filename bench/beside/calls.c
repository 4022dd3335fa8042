/* calls.c - the calls that programs make beside those of sockets.  */
/* SPDX-License-Identifier: MIT */

/* For bench/beside.sh: each call with success and with an error.  With
   -DTHREADS there is a second thread, which waits, and the program could
   cancel it: a libc then does more in a call.  The exit status is 0, or the
   line, modulo 256, of the first call with a wrong result.  */

#define _GNU_SOURCE 1
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>

#ifdef THREADS
#include "../../tests/second-thread.h"
#endif

static int wrong;

#define GOOD(call) judge ((call) >= 0, __LINE__)
#define BAD(call) judge ((call) == -1, __LINE__)

static void
judge (int right, int line)
{
  if (!right && !wrong)
    wrong = line;
}

static struct pollfd *volatile nowhere = (struct pollfd *)1;
static struct timespec soon = { 1, 0 };
static struct timeval now;
static char byte = 'x';

static void
successes (void)
{
  int ends[2], epoll = epoll_create1 (0);
  struct epoll_event event = { .events = EPOLLIN };
  fd_set set;
  GOOD (epoll);
  GOOD (pipe (ends));
  GOOD (epoll_ctl (epoll, EPOLL_CTL_ADD, ends[0], &event));
  GOOD (write (ends[1], &byte, 1));
  GOOD (poll (&(struct pollfd){ .fd = ends[0], .events = POLLIN }, 1, 0));
  GOOD (ppoll (&(struct pollfd){ .fd = ends[0], .events = POLLIN }, 1, &soon,
               NULL));
  FD_ZERO (&set);
  FD_SET (ends[0], &set);
  GOOD (select (ends[0] + 1, &set, NULL, NULL, &now));
  GOOD (epoll_wait (epoll, &event, 1, 0));
  GOOD (epoll_pwait (epoll, &event, 1, 0, NULL));
  GOOD (fcntl (ends[0], F_GETFL));
  GOOD (read (ends[0], &byte, 1));
  GOOD (close (ends[0]));
}

static void
errors (void)
{
  struct epoll_event event;
  BAD (epoll_create1 (-1));
  BAD (epoll_ctl (-1, EPOLL_CTL_ADD, -1, &event));
  BAD (write (-1, &byte, 1));
  BAD (poll (nowhere, 1, 0));
  BAD (ppoll (nowhere, 1, &soon, NULL));
  BAD (select (-1, NULL, NULL, NULL, &now));
  BAD (epoll_wait (-1, &event, 1, 0));
  BAD (epoll_pwait (-1, &event, 1, 0, NULL));
  BAD (fcntl (-1, F_GETFL));
  BAD (read (-1, &byte, 1));
  BAD (close (-1));
}

int
main (void)
{
  successes ();
  errors ();
  return wrong;
}
