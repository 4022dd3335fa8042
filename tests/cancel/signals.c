/* signals.c - calls that other signals interrupt, and calls in handlers.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "cases.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

static volatile int handled, called, may_return;
static const struct call *inner_call;
static struct place inner;

static void
count (int signal)
{
  (void)signal;
  handled = 1;
}

static void
wait_in_handler (int signal)
{
  (void)signal;
  handled = 1;
  while (!may_return)
    ;
}

static void
call_in_handler (int signal)
{
  (void)signal;
  handled = 1;
  inner_call->make (&inner);
  errno = EDOM;
  called = 1;
}

static void
handle (void (*handler) (int), int flags)
{
  handle_usr1 (handler, flags);
  handled = called = may_return = 0;
}

/* Starts a thread that blocks, and sends it the signal.  */
static void
interrupted (struct thread *t, struct place *place, const struct call *call)
{
  place_make (place, call->kind, 0);
  memset (t, 0, sizeof *t);
  t->call = call;
  t->place = place;
  thread_start (t);
  thread_blocks (t);
  if (pthread_kill (t->id, SIGUSR1))
    die ("pthread_kill");
  wait_for (&handled, "no handler runs");
}

/* Requests a cancellation, and waits for it.  */
static const char *
cancel (struct thread *t, struct place *place)
{
  const char *wrong;
  if (pthread_cancel (t->id))
    die ("pthread_cancel");
  may_return = 1;
  wrong = thread_cancelled (t, place);
  place_close (place);
  return wrong;
}

static const char *
fails (const struct call *call)
{
  struct place place;
  struct thread t;
  const char *wrong;
  handle (count, 0);
  interrupted (&t, &place, call);
  wrong = thread_returned (&t, &place, EINTR, 0);
  place_close (&place);
  return wrong;
}

static const char *
restarts (const struct call *call)
{
  struct place place;
  struct thread t;
  const char *wrong;
  handle (count, SA_RESTART);
  interrupted (&t, &place, call);
  thread_blocks (&t);
  place_release (&place);
  wrong = thread_returned (&t, NULL, 0, 0);
  place_close (&place);
  return wrong;
}

static const char *
restarts_and_is_cancelled (const struct call *call)
{
  struct place place;
  struct thread t;
  handle (count, SA_RESTART);
  interrupted (&t, &place, call);
  thread_blocks (&t);
  return cancel (&t, &place);
}

/* The request comes while a handler runs, which then returns.  */
static const char *
in_a_handler (const struct call *call)
{
  struct place place;
  struct thread t;
  handle (wait_in_handler, SA_RESTART);
  interrupted (&t, &place, call);
  return cancel (&t, &place);
}

/* The handler itself blocks in the call.  */
static void
nest (struct thread *t, struct place *place, const struct call *call)
{
  inner_call = call;
  place_make (&inner, call->kind, 0);
  handle (call_in_handler, SA_RESTART);
  interrupted (t, place, call);
  thread_blocks (t);
}

static const char *
nested (const struct call *call)
{
  struct place place;
  struct thread t;
  const char *wrong;
  nest (&t, &place, call);
  wrong = cancel (&t, &place);
  place_close (&inner);
  return wrong;
}

static const char *
nested_and_returns (const struct call *call)
{
  struct place place;
  struct thread t;
  const char *wrong;
  nest (&t, &place, call);
  place_release (&inner);
  wait_for (&called, "the call in a handler does not return");
  thread_blocks (&t);
  wrong = cancel (&t, &place);
  place_close (&inner);
  return wrong;
}

/* The option of the socket ends the call; a later one is cancelled.  */
static const char *
times_out (const struct call *call)
{
  struct place place;
  struct timeval time = { 0, 20000 };
  struct thread t = { .call = call };
  const char *wrong;
  place_make (&place, call->kind, 0);
  t.place = &place;
  if (setsockopt (place.fd, SOL_SOCKET, place_timeout (&place), &time,
                  sizeof time))
    die ("setsockopt");
  thread_start (&t);
  wrong = thread_returned (&t, NULL, EAGAIN, 0);
  if (wrong)
    return wrong;
  time.tv_sec = 2 * SECONDS;
  setsockopt (place.fd, SOL_SOCKET, place_timeout (&place), &time,
              sizeof time);
  t = (struct thread){ .call = call, .place = &place };
  thread_start (&t);
  thread_blocks (&t);
  return cancel (&t, &place);
}

const struct case_of_call signal_cases[]
    = { { "a signal without SA_RESTART", fails },
        { "a signal with SA_RESTART", restarts },
        { "a request after a restart", restarts_and_is_cancelled },
        { "a request while a handler of another signal runs", in_a_handler },
        { "a request while it blocks in a handler", nested },
        { "a request after it has blocked in a handler", nested_and_returns },
        { "a timeout", times_out },
        { NULL, NULL } };
