/* stepped.c - a thread is cancelled at each instruction of a call.  */
/* SPDX-License-Identifier: MIT */

/* usage: stepped CALL MODE, by its tracer, tests/cancel-steps.c
   MODE: ready or blocks, and in a handler or asynchronous: r, b, rh, bh, ra,
   ba.  In each round the tracer stops the thread one instruction later.  If
   the call has not had its effect there, it must be cancelled, without one;
   if it has, it must return.  Prints a line "TEXT|REASON" for each that does
   not, and "TEXT|" last.  */

#define _GNU_SOURCE 1
#include "stepped.h"
#include "place.h"
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static struct stepped *shared;
static const struct call *call;
static struct place place;
static int ready, in_handler, asynchronous;
static volatile int handled, may_return, frames;
static long result;

/* The handler then makes a call, which must not hide the request from the one
   that it interrupts.  */
static void
handle (int signal)
{
  static const struct place nowhere = { .fd = -1 };
  int state;
  (void)signal;
  handled = 1;
  while (!may_return)
    ;
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  call->make (&nowhere);
  pthread_setcancelstate (state, &state);
}

static void
left (int *number)
{
  frames |= *number;
}

/* With -fexceptions its frame is unwound in a call that can throw: not in
   syscall, and between calls.  */
static long __attribute__ ((noinline))
make (void)
{
  int number __attribute__ ((cleanup (left))) = 1;
  syscall (SYS_tgkill, getpid (), (pid_t)syscall (SYS_gettid), STEPPED_MARK);
  result = call->make (&place);
  shared->returned = number;
  return result;
}

static void
clean (void *unused)
{
  (void)unused;
  frames |= 2;
}

static void *
run (void *unused)
{
  if (asynchronous)
    pthread_setcanceltype (PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  pthread_cleanup_push (clean, unused);
  make ();
  while (shared)
    pthread_testcancel ();
  pthread_cleanup_pop (0);
  return NULL;
}

static void
until (volatile int *value)
{
  while (!*value)
    sched_yield ();
}

/* The thread has stopped.  Requests the cancellation, and joins it.  */
static const char *
request (pthread_t thread)
{
  struct timespec end;
  void *status;
  int error;
  if (in_handler)
    {
      pthread_kill (thread, SIGUSR1);
      shared->requested = 1;
      until (&handled);
    }
  /* The user's queue of signals may be full, by another test.  */
  while ((error = pthread_cancel (thread)) == EAGAIN)
    sched_yield ();
  if (error)
    return "pthread_cancel fails";
  may_return = 1;
  shared->requested = 1;
  clock_gettime (CLOCK_REALTIME, &end);
  end.tv_sec += 30;
  if (pthread_timedjoin_np (thread, &status, &end))
    return "the thread hangs";
  return status == PTHREAD_CANCELED ? NULL : "it is not cancelled";
}

/* Whether a cancellation unwinds the frames.  */
#ifdef __EXCEPTIONS
#define UNWINDS 1
#else
#define UNWINDS 0
#endif

/* HAPPENED is what the call had done where the thread stopped.  */
static const char *
judge (int happened)
{
  int unwound = frames & 1;
  if (!(frames & 2))
    return "a cleanup handler has not run";
  if (asynchronous)
    return NULL;
  if (unwound != (UNWINDS || shared->returned))
    return "the frame of the caller is not unwound";
  if (shared->returned != happened)
    return happened ? "the call has succeeded and is cancelled"
                    : "the call has not begun and is not cancelled";
  if (happened && result < 0)
    return "the call has had its effect, and fails";
  if (!happened && place_happened (&place))
    return "the call is cancelled, but has had its effect";
  return NULL;
}

static int
try (int *happened)
{
  pthread_t thread;
  const char *wrong;
  memset (shared, 0, sizeof *shared);
  handled = may_return = frames = 0;
  place_make (&place, call->kind, ready);
  if (pthread_create (&thread, NULL, run, NULL))
    die ("pthread_create");
  until (&shared->stops);
  *happened = place_happened (&place);
  wrong = request (thread);
  if (!wrong)
    wrong = judge (*happened);
  if (wrong)
    printf ("%s: %d instructions after the mark, at %#x%s%s|%s\n", call->name,
            shared->steps, shared->pc,
            *happened ? ", it has had its effect" : "",
            shared->blocks ? ", it blocks" : "", wrong);
  fflush (stdout);
  if (*happened && call->kind == ACCEPTS && shared->returned)
    close (result);
  place_close (&place);
  return !wrong || strcmp (wrong, "the thread hangs") != 0;
}

int
main (int argc, char **argv)
{
  struct sigaction action = { .sa_handler = handle, .sa_flags = SA_RESTART };
  int counts[2] = { 0, 0 }, happened, blocked = 0;
  if (argc != 3)
    return 2;
  for (call = calls; call->name && strcmp (call->name, argv[1]); call++)
    ;
  ready = argv[2][0] == 'r';
  in_handler = argv[2][1] == 'h';
  asynchronous = argv[2][1] == 'a';
  shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED,
                 STEPPED_FD, 0);
  if (!call->name || shared == MAP_FAILED || sigaction (SIGUSR1, &action, 0))
    die (argv[1]);
  do
    {
      if (!try (&happened))
        return 1;
      counts[happened]++;
      blocked += shared->blocks;
    }
  while (!shared->last);
  printf ("%s %s: %d instructions before its effect, %d after|%s\n",
          call->name, argv[2], counts[0], counts[1],
          ready     ? counts[0] && counts[1] ? "" : "not both"
          : blocked ? ""
                    : "it has not blocked");
  return 0;
}
