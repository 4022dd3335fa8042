/* keeper.c - the second thread: output, time, signals, the partner.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "ready.h"

#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* The first thread only waits for its tracees and children; this one
   handles everything else.  */

atomic_int keeper_closing, keeper_signal;

static pthread_t thread;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int done;
static int bell = -1, signals = -1;
static int64_t deadline, ready_by;

void
keeper_start_partner (void)
{
  pthread_mutex_lock (&lock);
  if (partner->argv && !partner->pid && !keeper_closing)
    {
      int error = job_start (partner, 0);
      if (error)
        die ("cannot run '%s': %s; give a program for this architecture",
             partner->argv[0], strerror (error));
    }
  pthread_mutex_unlock (&lock);
}

void
keeper_close (void)
{
  pthread_mutex_lock (&lock);
  keeper_closing = 1;
  pthread_mutex_unlock (&lock);
  eventfd_write (bell, 1);
}

/* The time is over, or we must end.  */
static void
expire (void)
{
  if (options.mode == TRACE && !program->has_ended)
    facts_read (program->pid);
  keeper_close ();
}

static void
take_signal (void)
{
  struct signalfd_siginfo info;
  if (read (signals, &info, sizeof info) != sizeof info)
    return;
  keeper_signal = (int)info.ssi_signo;
  expire ();
}

static int
program_is_ready (void)
{
  pid_t list[64];
  return ready (list, tree_list (list, 64));
}

/* Handles what is due; returns how long to sleep, in ms.  */
static int
attend (void)
{
  int64_t t = now ();
  if (keeper_closing)
    {
      tree_kill ();
      return 1;
    }
  if (t >= deadline)
    {
      expire ();
      return 0;
    }
  if (partner->argv && !partner->pid)
    {
      /* Counting slows the program down: a busy system alone is no reason
         to conclude that it never waits.  */
      if (options.mode == COUNT && step_main
          && tally.instructions_before_main < 0)
        {
          ready_by = t + (int64_t)(options.timeout * 1e9 / 3);
          return 2;
        }
      if (t >= ready_by || (program->pid && program_is_ready ()))
        keeper_start_partner ();
      else
        /* Polling must not use the CPU time that the program needs.  */
        return 2 + (int)((now () - t) / 500000);
    }
  int64_t left = (deadline - t) / 1000000 + 1;
  return left < 60000 ? (int)left : 60000;
}

static void *
keep (void *unused)
{
  (void)unused;
  for (;;)
    {
      struct pollfd list[6];
      eventfd_t rings;
      int last = done;
      int count = captures_list (list);
      list[count] = (struct pollfd){ bell, POLLIN, 0 };
      list[count + 1] = (struct pollfd){ signals, POLLIN, 0 };
      int got = poll (list, (nfds_t)count + 2, last ? 0 : attend ());
      /* All writers have ended: the output is complete.  */
      if (last && (got <= 0 || !count))
        return NULL;
      if (got <= 0)
        continue;
      captures_take (list, count);
      if (list[count].revents)
        eventfd_read (bell, &rings);
      if (list[count + 1].revents)
        take_signal ();
    }
}

void
keeper_start (void)
{
  keeper_closing = done = 0;
  bell = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  signals = signalfd (-1, &end_signals, SFD_CLOEXEC | SFD_NONBLOCK);
  deadline = now () + (int64_t)(options.timeout * 1e9);
  ready_by = now () + (int64_t)(options.timeout * 1e9 / 3);
  if (bell < 0 || signals < 0 || pthread_create (&thread, NULL, keep, NULL))
    die ("cannot start a thread: %m; end some programs");
}

void
keeper_stop (void)
{
  done = 1;
  eventfd_write (bell, 1);
  pthread_join (thread, NULL);
  close (bell);
  close (signals);
  captures_close ();
}
