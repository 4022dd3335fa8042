/* handlers.c - requests that must not end a call, and calls that are left.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "cases.h"
#include "workers.h"
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static struct place inner;
static volatile int waits, interrupts, error, left_over;
static sigjmp_buf before_call;

static void
handle (void (*handler) (int))
{
  handle_usr1 (handler, SA_RESTART);
  waits = interrupts = error = left_over = 0;
}

static void
interrupt (pthread_t thread)
{
  if (pthread_kill (thread, SIGUSR1))
    die ("pthread_kill");
  wait_for (&waits, "no handler runs, or a thread does not wait");
}

/* Is a signal of the libc's own, which are 32 and 33, blocked or pending in
   this thread?  */
static int
has_signal (void)
{
  char line[256];
  int found = 0, lines = 0;
  FILE *file = fopen ("/proc/thread-self/status", "r");
  while (file && fgets (line, sizeof line, file))
    if (!strncmp (line, "SigBlk:", 7) || !strncmp (line, "SigPnd:", 7))
      {
        lines++;
        found |= (strtoull (line + 7, NULL, 16) >> 31 & 3) != 0;
      }
  if (!file || fclose (file) || lines != 2)
    die ("/proc/thread-self/status");
  return found;
}

/* A call that the kernel does not restart after a signal.  */
static void *
times_out (void *fd)
{
  const struct timeval time = { 0, 300000 };
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, NULL);
  if (setsockopt (*(int *)fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time))
    die ("setsockopt");
  started = 1;
  error = receive (fd, 0) < 0 ? errno : 0;
  left_over = has_signal ();
  return NULL;
}

/* The state is disabled: runs the thread, and makes a request.  */
static const char *
disabled (void *(*run) (void *), int interrupted)
{
  struct place place;
  pthread_t thread = start_worker (&place, run, 20);
  const char *wrong;
  if (interrupted)
    interrupt (thread);
  nap (20);
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  wrong = join_worker (thread, 0);
  place_close (&place);
  return wrong ? wrong : left_over ? "the libc's signal remains" : NULL;
}

static const char *
timeout (void)
{
  const char *wrong;
  handle (SIG_DFL);
  wrong = disabled (times_out, 0);
  return wrong             ? wrong
         : error == EINTR  ? "the call fails with EINTR"
         : error != EAGAIN ? "the call does not time out"
                           : NULL;
}

/* A handler leaves the call, and the thread then waits elsewhere.  */
static void
leave (int signal)
{
  (void)signal;
  siglongjmp (before_call, 1);
}

static void *
left (void *fd)
{
  const struct timespec time = { 0, 200000000 };
  struct pollfd poll = { *(int *)fd, POLLIN, 0 };
  sigset_t none;
  sigemptyset (&none);
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, NULL);
  started = 1;
  if (!sigsetjmp (before_call, 1))
    receive (fd, 0);
  waits = 1;
  while (ppoll (&poll, 1, &time, &none) < 0 && interrupts < 10000)
    interrupts++;
  left_over = has_signal ();
  return NULL;
}

static const char *
left_by_jump (void)
{
  const char *wrong;
  handle (leave);
  wrong = disabled (left, 1);
  return wrong ? wrong
         : interrupts > NSIG + 1
             ? "a later wait is interrupted again and again"
             : NULL;
}

/* Ends a thread that must have been cancelled, or may have been.  */
static const char *
end_worker (pthread_t thread, struct place *place, int must)
{
  const char *wrong = join_worker (thread, must);
  if (wrong)
    {
      place_release (place);
      join_worker (thread, 0);
    }
  place_close (place);
  return wrong;
}

/* A handler makes a call with the state disabled; the request, which comes in
   it, must end the call below.  */
static void
call_disabled (int signal)
{
  int state;
  (void)signal;
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  waits = 1;
  receive (&inner.fd, 0);
  pthread_setcancelstate (state, &state);
}

static const char *
below (void)
{
  struct place place;
  pthread_t thread;
  const char *wrong;
  place_make (&inner, RECEIVES, 0);
  handle (call_disabled);
  thread = start_worker (&place, blocks, 20);
  interrupt (thread);
  nap (20);
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  nap (20);
  place_release (&inner);
  /* glibc 2.36 cancels it with another result.  */
  wrong = end_worker (thread, &place, 0);
  place_close (&inner);
  return wrong ? wrong : cleaned ? NULL : "a thread is not cancelled";
}

/* A handler makes a call that fails, and then computes.  */
static volatile int may_return;
static void
call_and_wait (int signal)
{
  const int nowhere = -1;
  int state;
  (void)signal;
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  receive (&nowhere, 0);
  pthread_setcancelstate (state, &state);
  waits = 1;
  while (!may_return)
    ;
}

static const char *
after (void)
{
  struct place place;
  pthread_t thread;
  may_return = 0;
  handle (call_and_wait);
  thread = start_worker (&place, blocks, 20);
  interrupt (thread);
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  nap (5);
  may_return = 1;
  return end_worker (thread, &place, 1);
}

/* An asynchronous thread cancels another, and is cancelled meanwhile.  */
static pthread_t other;
static void *
ignores (void *fd)
{
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, NULL);
  receive (fd, 0);
  return NULL;
}

static void *
cancels (void *fd)
{
  pthread_setcanceltype (PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  started = 1;
  /* Few signals are pending at a time: there is a limit for the user.  */
  for (int i = 1;; i++)
    {
      pthread_cancel (other);
      if (i % 16 == 0)
        nap (1);
    }
  return fd;
}

static const char *
within (void)
{
  struct place place;
  const char *wrong = NULL;
  int error;
  prepare (&place, 0);
  if (create (&other, ignores, &place.fd, 0))
    die ("pthread_create");
  for (int i = 0; i < 500 && !wrong; i++)
    {
      pthread_t thread;
      started = 0;
      if (create (&thread, cancels, &place.fd, 0))
        die ("pthread_create");
      while (!started)
        ;
      for (volatile int n = i % 100 * 100; n > 0; n--)
        ;
      /* The user's queue of signals may be full.  */
      while ((error = pthread_cancel (thread)) == EAGAIN)
        nap (1);
      wrong = error ? "pthread_cancel fails" : join_worker (thread, 1);
    }
  place_release (&place);
  join_worker (other, 0);
  place_close (&place);
  return wrong;
}

const struct case_of_all handler_cases[]
    = { { "disabled, a request before a timeout", timeout },
        { "disabled, after siglongjmp out of a call", left_by_jump },
        { "a request in a call of a handler, disabled", below },
        { "after a call: a request while a handler of another signal runs",
          after },
        { "an asynchronous thread within pthread_cancel", within },
        { NULL, NULL } };
