/* odd.c - threads that cancel themselves, with destructors, with children.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "cases.h"
#include "workers.h"
#include <stddef.h>

/* A destructor of the thread's own data makes the call.  */
static pthread_key_t key;
static struct place of_key;
static volatile int destroyed;
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

/* It cancels itself, of asynchronous type: that must not return.  */
static void *
cancels_itself (void *fd)
{
  pthread_cleanup_push (clean, fd);
  pthread_setcanceltype (PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  started = 1;
  pthread_cancel (pthread_self ());
  pthread_cleanup_pop (0);
  return NULL;
}

static const char *
itself (void)
{
  struct place place;
  pthread_t thread;
  const char *wrong;
  prepare (&place, 0);
  if (create (&thread, cancels_itself, &place.fd, 0))
    die ("pthread_create");
  wrong = join_worker (thread, 1);
  place_close (&place);
  return wrong ? wrong : cleanups (1);
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
  wrong = join_worker (thread, 0);
  wait_for (&started, "a thread's thread does not start");
  nap (5);
  if (pthread_cancel (child_thread))
    return "pthread_cancel fails";
  if (!wrong)
    wrong = join_worker (child_thread, 1);
  place_close (&place);
  return wrong ? wrong : cleanups (1);
}

const struct case_of_all odd_cases[]
    = { { "an asynchronous thread that cancels itself", itself },
        { "a thread of a thread with a request", inherited },
        { "a destructor of the thread's data", destructor },
        { NULL, NULL } };
