/* thread.c - a thread that makes a call, and waits that are bounded.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "thread.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

void
handle_usr1 (void (*handler) (int), int flags)
{
  struct sigaction action;
  memset (&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  if (sigaction (SIGUSR1, &action, NULL))
    die ("sigaction");
}

void
nap (int milliseconds)
{
  struct timespec time
      = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
  nanosleep (&time, NULL);
}

void
wait_for (volatile int *value, const char *what)
{
  for (int i = 0; !*value; i++)
    {
      if (i == SECONDS * 1000)
        die (what);
      nap (1);
    }
}

/* Digits of CLEANUPS: the handlers in the order in which they ran.  */
static void
cleanup_1 (void *thread)
{
  struct thread *t = thread;
  t->cleanups = t->cleanups * 10 + 1;
}

static void
cleanup_2 (void *thread)
{
  struct thread *t = thread;
  t->cleanups = t->cleanups * 10 + 2;
  if (t->cleanup)
    t->cleanup (t);
}

static void *
run (void *arg)
{
  struct thread *t = arg;
  int old;
  pthread_cleanup_push (cleanup_1, t);
  pthread_cleanup_push (cleanup_2, t);
  if (pthread_setcancelstate (t->state, &old)
      || pthread_setcanceltype (t->type, &old))
    die ("state and type");
  t->tid = syscall (SYS_gettid);
  while (t->waits && !t->goes)
    ;
  t->at_call = 1;
  errno = 0;
  t->result = t->call->make (t->place);
  t->error = errno;
  t->returned = 1;
  pthread_setcanceltype (PTHREAD_CANCEL_DEFERRED, &old);
  t->old_type = old;
  pthread_setcancelstate (PTHREAD_CANCEL_ENABLE, &old);
  pthread_testcancel ();
  pthread_cleanup_pop (0);
  pthread_cleanup_pop (0);
  return arg;
}

void
thread_start (struct thread *t)
{
  int error = pthread_create (&t->id, NULL, run, t);
  if (error)
    {
      errno = error;
      die ("pthread_create");
    }
}

void
thread_blocks (struct thread *t)
{
  char path[64], line[512];
  wait_for (&t->at_call, "a thread does not reach its call");
  snprintf (path, sizeof path, "/proc/self/task/%d/stat", (int)t->tid);
  for (int i = 0; i < SECONDS * 1000; i++)
    {
      FILE *file = fopen (path, "r");
      const char *name = NULL;
      if (!file)
        return;
      if (fgets (line, sizeof line, file))
        name = strrchr (line, ')');
      fclose (file);
      if (name && name[2] == 'S')
        return;
      nap (1);
    }
  die ("a thread does not block");
}

/* Joins it; if it hangs, the call is released, so that the rest can run.  */
static const char *
join (struct thread *t, struct place *place, void **result)
{
  struct timespec end;
  const char *wrong = NULL;
  static int hangs;
  for (int i = 0; i < 2; i++)
    {
      clock_gettime (CLOCK_REALTIME, &end);
      end.tv_sec += SECONDS;
      if (!pthread_timedjoin_np (t->id, result, &end))
        return wrong;
      wrong = "it hangs";
      if (hangs++ == 25)
        break;
      if (place)
        place_release (place);
    }
  puts ("the rest|a thread hangs for ever, or too many hang");
  fflush (stdout);
  _exit (3);
}

/* Whether the thread, which has ended with RESULT, WAS cancelled.  */
static const char *
ended (const struct thread *t, void *result, int was)
{
  if (was != (result == PTHREAD_CANCELED))
    return was ? "its result is not PTHREAD_CANCELED" : "it is cancelled";
  if (t->cleanups != (was ? 21 : 0))
    return "its cleanup handlers have not run, or in another order";
  return NULL;
}

const char *
thread_cancelled (struct thread *t, struct place *place)
{
  void *result;
  const char *wrong = join (t, place, &result);
  if (wrong)
    return wrong;
  if (t->returned)
    return "the call has returned";
  return ended (t, result, 1);
}

const char *
thread_returned (struct thread *t, struct place *place, int error, int was)
{
  static char text[128];
  void *result;
  const char *wrong = join (t, place, &result);
  if (wrong)
    return wrong;
  if (!t->returned)
    return "the call has not returned";
  if (error ? t->result != -1 || t->error != error : t->result < 0)
    {
      snprintf (text, sizeof text, "the call has returned %ld, errno %d",
                t->result, t->error);
      return text;
    }
  if (!error && t->call->kind == ACCEPTS)
    close (t->result);
  if (t->old_type != t->type)
    return "the call has changed the type";
  return ended (t, result, was);
}
