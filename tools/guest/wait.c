/* wait.c - waiting that signals interrupt.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include "signals.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* They are delivered only while waiting.  */
static const int caught[] = {
  SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM,
};
#define CAUGHT (sizeof caught / sizeof *caught)

static volatile sig_atomic_t pending[CAUGHT];
static sigset_t outside; /* The mask that we were started with.  */

static void
note (int number)
{
  for (size_t i = 0; i < CAUGHT; i++)
    if (caught[i] == number)
      pending[i] = 1;
}

/* A signal that was ignored, as under nohup, stays ignored.  */
void
signals_catch (void)
{
  struct sigaction new, old;
  sigset_t set;
  memset (&new, 0, sizeof new);
  new.sa_handler = note;
  sigemptyset (&set);
  for (size_t i = 0; i < CAUGHT; i++)
    {
      sigaddset (&set, caught[i]);
      if (sigaction (caught[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
        sigaction (caught[i], &new, NULL);
    }
  signal (SIGPIPE, SIG_IGN);
  signal (SIGCHLD, SIG_DFL);
  sigprocmask (SIG_BLOCK, &set, &outside);
}

/* In a child, for the program that it becomes.  */
void
signals_restore (void)
{
  for (size_t i = 0; i < CAUGHT; i++)
    signal (caught[i], SIG_DFL);
  signal (SIGPIPE, SIG_DFL);
  sigprocmask (SIG_SETMASK, &outside, NULL);
}

/* A pending signal, or 0.  */
int
signals_next (void)
{
  for (size_t i = 0; i < CAUGHT; i++)
    if (pending[i])
      {
        pending[i] = 0;
        return caught[i];
      }
  return 0;
}

/* For use while no program runs that could receive a signal.  */
void
signals_obey (void)
{
  int number = signals_next ();
  if (!number)
    return;
  gdb_stop ();
  machine_end ();
  signals_end_like (number);
}

/* Waits until a descriptor is ready, MS milliseconds have passed, or a
   signal arrives.  */
int
wait_for (struct pollfd *fds, unsigned long count, int ms)
{
  struct timespec t = { ms / 1000, ms % 1000 * 1000000L };
  int ready = ppoll (fds, count, ms < 0 ? NULL : &t, &outside);
  if (ready >= 0)
    return ready;
  for (unsigned long i = 0; i < count; i++)
    fds[i].revents = 0;
  return 0;
}

void
pause_ms (int ms)
{
  wait_for (NULL, 0, ms);
  signals_obey ();
}

uint64_t
now_ms (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}
