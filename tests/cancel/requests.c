/* requests.c - a request before, during and after each call.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "cases.h"
#include <errno.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void
request (struct thread *t)
{
  if (pthread_cancel (t->id))
    die ("pthread_cancel");
}

/* A request is pending when the thread gets to its call.  */
static const char *
before (const struct call *call, int ready)
{
  struct place place;
  struct thread t = { .call = call, .waits = 1 };
  const char *wrong;
  place_make (&place, call->kind, ready);
  t.place = &place;
  thread_start (&t);
  request (&t);
  t.goes = 1;
  wrong = thread_cancelled (&t, &place);
  if (!wrong && place_happened (&place))
    wrong = "the call has had its effect";
  place_close (&place);
  return wrong;
}
static const char *
before_a_block (const struct call *call)
{
  return before (call, 0);
}
static const char *
before_success (const struct call *call)
{
  return before (call, 1);
}

static const char *
before_an_error (const struct call *call)
{
  struct place place = { .fd = -1 };
  struct thread t = { .call = call, .waits = 1, .place = &place };
  thread_start (&t);
  request (&t);
  t.goes = 1;
  return thread_cancelled (&t, NULL);
}

/* The request comes while the thread blocks.  */
static const char *
during (const struct call *call, int type)
{
  struct place place;
  struct thread t = { .call = call, .type = type };
  const char *wrong;
  place_make (&place, call->kind, 0);
  t.place = &place;
  thread_start (&t);
  thread_blocks (&t);
  request (&t);
  wrong = thread_cancelled (&t, &place);
  if (!wrong && place_happened (&place))
    wrong = "the call has had its effect";
  place_close (&place);
  return wrong;
}
static const char *
blocked (const struct call *call)
{
  return during (call, PTHREAD_CANCEL_DEFERRED);
}
static const char *
blocked_asynchronous (const struct call *call)
{
  return during (call, PTHREAD_CANCEL_ASYNCHRONOUS);
}

/* The state is disabled: the call succeeds, the next point cancels.  */
static const char *
disabled (const struct call *call, int pending)
{
  struct place place;
  struct thread t = { .call = call, .state = PTHREAD_CANCEL_DISABLE };
  const char *wrong;
  place_make (&place, call->kind, pending);
  t.place = &place;
  t.waits = pending;
  thread_start (&t);
  if (pending)
    request (&t);
  t.goes = 1;
  if (!pending)
    {
      thread_blocks (&t);
      request (&t);
      nap (3);
      place_release (&place);
    }
  wrong = thread_returned (&t, NULL, 0, 1);
  if (!wrong && pending && !place_happened (&place))
    wrong = "the call has had no effect";
  place_close (&place);
  return wrong;
}
static const char *
disabled_blocked (const struct call *call)
{
  return disabled (call, 0);
}
static const char *
disabled_pending (const struct call *call)
{
  return disabled (call, 1);
}

/* No request: the call returns its result, or its error.  */
static const char *
no_request (const struct call *call)
{
  struct place place = { .fd = -1 };
  struct thread t = { .call = call, .place = &place };
  const char *wrong;
  thread_start (&t);
  wrong = thread_returned (&t, NULL, EBADF, 0);
  if (wrong)
    return wrong;
  place_make (&place, call->kind, 0);
  t = (struct thread){ .call = call, .place = &place };
  thread_start (&t);
  thread_blocks (&t);
  place_release (&place);
  wrong = thread_returned (&t, NULL, 0, 0);
  place_close (&place);
  return wrong;
}

/* A cleanup handler makes the call, which blocks, and completes.  */
static struct place further;
static volatile int further_calls;
static void
call_further (struct thread *t)
{
  further_calls = 1;
  further_calls = t->call->make (&further) >= 0 ? 2 : 3;
}

static const char *
in_a_cleanup (const struct call *call)
{
  struct place place;
  struct thread t = { .call = call, .cleanup = call_further };
  const char *wrong;
  further_calls = 0;
  place_make (&place, call->kind, 0);
  place_make (&further, call->kind, 0);
  t.place = &place;
  thread_start (&t);
  thread_blocks (&t);
  request (&t);
  wait_for (&further_calls, "a cleanup handler does not run");
  thread_blocks (&t);
  pthread_cancel (t.id);
  nap (3);
  place_release (&further);
  wrong = thread_cancelled (&t, &place);
  if (!wrong && further_calls != 2)
    wrong = "the call in a cleanup handler has not succeeded";
  place_close (&further);
  place_close (&place);
  return wrong;
}

/* The only thread of a process cancels itself, and is cancelled in the call.
   The process ends with its last thread, and succeeds.  */
static void
report (void *pipe)
{
  static const char one = 'c';
  if (write (*(int *)pipe, &one, 1) != 1)
    _exit (4);
}

static void __attribute__ ((noreturn))
cancel_self (const struct call *call, const struct place *place, int *pipe)
{
  pthread_cleanup_push (report, pipe);
  alarm (SECONDS);
  if (pthread_cancel (pthread_self ()))
    _exit (5);
  call->make (place);
  pthread_cleanup_pop (0);
  _exit (6);
}

static const char *
self (const struct call *call)
{
  struct place place;
  int ends[2], status;
  char byte;
  pid_t child;
  place_make (&place, call->kind, 1);
  if (pipe (ends) || (child = fork ()) < 0)
    die ("fork");
  if (child == 0)
    cancel_self (call, &place, ends + 1);
  close (ends[1]);
  if (waitpid (child, &status, 0) != child)
    die ("waitpid");
  status = status                          ? status
           : read (ends[0], &byte, 1) != 1 ? -1
           : place_happened (&place)       ? -2
                                           : 0;
  close (ends[0]);
  place_close (&place);
  return status == 0    ? NULL
         : status == -1 ? "no cleanup handler has run"
         : status == -2 ? "the call has had its effect"
                        : "the process does not end as by exit (0)";
}

const struct case_of_call request_cases[]
    = { { "without a request", no_request },
        { "a pending request, and it would block", before_a_block },
        { "a pending request, and it would succeed", before_success },
        { "a pending request, and it would fail", before_an_error },
        { "a request while it blocks", blocked },
        { "a request while it blocks, asynchronous", blocked_asynchronous },
        { "disabled, a request while it blocks", disabled_blocked },
        { "disabled, a pending request", disabled_pending },
        { "in a cleanup handler", in_a_cleanup },
        { "a thread that cancels itself, the only one", self },
        { NULL, NULL } };
