/* threads.c - cancellation of many threads, of detached ones, after fork.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "cases.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int cleaned;
static volatile int started;
static volatile int destroyed;

static void
clean (void *unused)
{
  (void)unused;
  __atomic_add_fetch (&cleaned, 1, __ATOMIC_SEQ_CST);
}

static long
receive (const int *fd, int flags)
{
  char byte;
  return recv (*fd, &byte, 1, flags);
}

static void *
blocks (void *fd)
{
  pthread_cleanup_push (clean, NULL);
  __atomic_add_fetch (&started, 1, __ATOMIC_SEQ_CST);
  receive (fd, 0);
  pthread_cleanup_pop (0);
  return NULL;
}

/* A loop of calls that never block.  */
static void *
polls (void *fd)
{
  pthread_cleanup_push (clean, NULL);
  while (!destroyed)
    receive (fd, MSG_DONTWAIT);
  pthread_cleanup_pop (0);
  return NULL;
}

/* It ends by itself.  */
static void *
ends (void *fd)
{
  receive (fd, MSG_DONTWAIT);
  return NULL;
}

static int
create (pthread_t *thread, void *(*run) (void *), int *fd, int detached)
{
  pthread_attr_t attributes;
  int error;
  pthread_attr_init (&attributes);
  pthread_attr_setstacksize (&attributes, 65536);
  if (detached)
    pthread_attr_setdetachstate (&attributes, PTHREAD_CREATE_DETACHED);
  error = pthread_create (thread, &attributes, run, fd);
  pthread_attr_destroy (&attributes);
  return error;
}

static void
prepare (struct place *place, int ready)
{
  cleaned = started = 0;
  place_make (place, RECEIVES, ready);
}

/* Waits until COUNT cleanup handlers have run.  */
static const char *
cleanups (int count)
{
  for (int i = 0; cleaned < count; i++)
    {
      if (i == SECONDS * 1000)
        return "cleanup handlers have not run";
      nap (1);
    }
  return NULL;
}

static const char *
detached (void)
{
  struct place place;
  pthread_t thread;
  prepare (&place, 0);
  if (create (&thread, blocks, &place.fd, 1))
    die ("pthread_create");
  wait_for (&started, "a thread does not start");
  nap (5);
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  return cleanups (1);
}

/* Joins a thread within some seconds.  */
static const char *
join (pthread_t thread, int must)
{
  struct timespec end;
  void *result;
  clock_gettime (CLOCK_REALTIME, &end);
  end.tv_sec += SECONDS;
  if (pthread_timedjoin_np (thread, &result, &end))
    return "a thread hangs";
  return must && result != PTHREAD_CANCELED ? "a thread is not cancelled"
                                            : NULL;
}

static const char *
never_blocks (void)
{
  struct place place;
  pthread_t thread;
  const char *wrong;
  prepare (&place, 0);
  if (create (&thread, polls, &place.fd, 0))
    die ("pthread_create");
  nap (5);
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  wrong = join (thread, 1);
  place_close (&place);
  return wrong ? wrong : cleanups (1);
}

/* The thread ends while it is cancelled; it may already have ended.  */
static const char *
ends_just_then (void)
{
  struct place place;
  const char *wrong = NULL;
  prepare (&place, 0);
  for (int i = 0; i < 2000 && !wrong; i++)
    {
      pthread_t thread;
      int error;
      if (create (&thread, ends, &place.fd, 0))
        die ("pthread_create");
      for (volatile int spin = i % 100 * 100; spin; spin--)
        ;
      error = pthread_cancel (thread);
      if (error && error != ESRCH)
        wrong = "pthread_cancel fails";
      else
        wrong = join (thread, 0);
    }
  place_close (&place);
  return wrong;
}

/* All of them block in the same call.  */
#define MANY 1000
static const char *
a_thousand (void)
{
  static pthread_t threads[MANY];
  struct place place;
  const char *wrong = NULL;
  prepare (&place, 0);
  for (int i = 0; i < MANY; i++)
    if (create (threads + i, blocks, &place.fd, 0))
      die ("pthread_create of a thousand");
  for (int i = 0; started < MANY && i < SECONDS * 1000; i++)
    nap (1);
  nap (5);
  for (int i = 0; i < MANY; i++)
    if (pthread_cancel (threads[i]))
      wrong = "pthread_cancel fails";
  for (int i = 0; i < MANY && !wrong; i++)
    wrong = join (threads[i], 1);
  place_close (&place);
  return wrong ? wrong : cleanups (MANY);
}

/* The thread blocks all signals that it can.  */
static void *
masks (void *fd)
{
  sigset_t all;
  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, NULL);
  return blocks (fd);
}

static const char *
cancel_one (void *(*run) (void *))
{
  struct place place;
  pthread_t thread;
  const char *wrong;
  prepare (&place, 0);
  if (create (&thread, run, &place.fd, 0))
    die ("pthread_create");
  wait_for (&started, "a thread does not start");
  nap (5);
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  wrong = join (thread, 1);
  place_close (&place);
  return wrong ? wrong : cleanups (1);
}

static const char *
masked (void)
{
  return cancel_one (masks);
}

/* A child process, whose parent has cancelled threads.  */
static const char *
after_fork (void)
{
  int status;
  pid_t child;
  if (cancel_one (blocks))
    return "the parent does not cancel";
  child = fork ();
  if (child == 0)
    {
      alarm (SECONDS);
      _exit (cancel_one (blocks) != NULL);
    }
  if (waitpid (child, &status, 0) != child)
    die ("waitpid");
  return status ? "the child does not cancel" : NULL;
}

/* A destructor of the thread's own data makes the call.  */
static pthread_key_t key;
static struct place of_key;
static void
destroy (void *fd)
{
  destroyed = receive (fd, 0) == 1 ? 1 : 2;
}

static void *
has_data (void *fd)
{
  pthread_setspecific (key, &of_key.fd);
  return blocks (fd);
}

static const char *
destructor (void)
{
  const char *wrong;
  place_make (&of_key, RECEIVES, 1);
  if (pthread_key_create (&key, destroy))
    die ("pthread_key_create");
  destroyed = 0;
  wrong = cancel_one (has_data);
  pthread_key_delete (key);
  place_close (&of_key);
  return wrong            ? wrong
         : destroyed == 1 ? NULL
                          : "the call of a destructor fails";
}

/* Each thread that is cancelled creates one before, which is cancelled in
   turn: a mask of signals that it inherits must not hide the request.  */
static pthread_t child_thread;
static void *
creates (void *fd)
{
  do
    pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, NULL);
  while (!started);
  started = 0;
  if (create (&child_thread, blocks, fd, 0))
    die ("pthread_create");
  return NULL;
}

static const char *
inherited (void)
{
  struct place place;
  pthread_t thread;
  const char *wrong;
  prepare (&place, 0);
  if (create (&thread, creates, &place.fd, 0) || pthread_cancel (thread))
    die ("pthread_cancel");
  started = 1;
  wrong = join (thread, 0);
  wait_for (&started, "a thread's thread does not start");
  nap (5);
  if (pthread_cancel (child_thread))
    return "pthread_cancel fails";
  if (!wrong)
    wrong = join (child_thread, 1);
  place_close (&place);
  return wrong ? wrong : cleanups (1);
}

const struct case_of_all thread_cases[]
    = { { "a detached thread", detached },
        { "a thread in a loop of calls", never_blocks },
        { "a thread that ends just then", ends_just_then },
        { "a thousand threads", a_thousand },
        { "a thread that blocks all signals", masked },
        { "a thread of a thread with a request", inherited },
        { "after fork", after_fork },
        { "a destructor of the thread's data", destructor },
        { NULL, NULL } };
