/* threads.c - cancellation of many threads, of detached ones, after fork.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "cases.h"
#include "workers.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* A loop of calls that never block.  */
static void *
polls (void *fd)
{
  pthread_cleanup_push (clean, NULL);
  while (!cleaned)
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
  wrong = join_worker (thread, 1);
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
        wrong = join_worker (thread, 0);
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
    wrong = join_worker (threads[i], 1);
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

const struct case_of_all thread_cases[]
    = { { "a detached thread", detached },
        { "a thread in a loop of calls", never_blocks },
        { "a thread that ends just then", ends_just_then },
        { "a thousand threads", a_thousand },
        { "a thread that blocks all signals", masked },
        { "after fork", after_fork },
        { NULL, NULL } };
