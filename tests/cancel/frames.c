/* frames.c - frames that a cancellation unwinds, in C.  */
/* SPDX-License-Identifier: MIT */

/* To be compiled with -fexceptions: then pthread_cleanup_push makes such
   frames, too.  musl unwinds nothing and lacks them.  */

#define _GNU_SOURCE 1
#include "cases.h"
#include <stddef.h>

static volatile int order;

static void
left (int *number)
{
  order = order * 10 + *number;
}

static long __attribute__ ((noinline))
inner (const struct call *call, const struct place *place)
{
  int number __attribute__ ((cleanup (left))) = 1;
  return call->make (place) + number;
}

static long __attribute__ ((noinline))
outer (const struct call *call, const struct place *place)
{
  int number __attribute__ ((cleanup (left))) = 2;
  return inner (call, place) + number;
}

/* A call whose frames are those.  */
static const struct call *wrapped;
static long
make_wrapped (const struct place *place)
{
  return outer (wrapped, place);
}

static const char *
frames_of (const struct call *call, int ready, int type)
{
  struct place place;
  struct call frames = { call->name, call->kind, make_wrapped };
  struct thread t = { .call = &frames, .waits = ready, .type = type };
  const char *wrong;
  wrapped = call;
  order = 0;
  place_make (&place, call->kind, ready);
  t.place = &place;
  thread_start (&t);
  if (!ready)
    thread_blocks (&t);
  if (pthread_cancel (t.id))
    die ("pthread_cancel");
  t.goes = 1;
  wrong = thread_cancelled (&t, &place);
  place_close (&place);
  return wrong || order == 12 ? wrong : "frames of callers are not unwound";
}

static const char *
frames (void)
{
  for (const struct call *call = calls; call->name; call++)
    {
      const char *wrong = frames_of (call, 0, PTHREAD_CANCEL_DEFERRED);
      if (!wrong)
        wrong = frames_of (call, 1, PTHREAD_CANCEL_DEFERRED);
      if (!wrong)
        wrong = frames_of (call, 0, PTHREAD_CANCEL_ASYNCHRONOUS);
      if (wrong)
        return wrong;
    }
  return NULL;
}

const struct case_of_all frame_cases[]
    = { { "frames of callers in C", frames }, { NULL, NULL } };
