/* lost.c - counts what cancelled calls have taken, and lost.  */
/* SPDX-License-Identifier: MIT */

/* usage: lost ROUNDS accept|recv
   In each round a thread calls accept or recv, and another makes it succeed
   and cancels it at the same moment.  What the thread has not got must still
   be there.  Prints the rounds, how many threads were cancelled, and in how
   many rounds a connection or byte was lost.  */

#define _GNU_SOURCE 1
#include "place.h"
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const struct call *call;
static struct place place;
static volatile int at_call;
static volatile long result;

static void *
run (void *unused)
{
  at_call = 1;
  result = call->make (&place);
  return unused;
}

/* Waits I times a little, so that the request comes early and late.  */
static void
spin (int i)
{
  for (volatile int n = i; n > 0; n--)
    ;
}

/* One round: adds to the counts.  */
static void
try (int round, int *cancelled, int *lost)
{
  pthread_t thread;
  struct pollfd left;
  struct timespec end;
  void *status;
  result = -1;
  at_call = 0;
  if (pthread_create (&thread, NULL, run, NULL))
    die ("pthread_create");
  while (!at_call)
    sched_yield ();
  spin (round % 64 * 512);
  /* On a busy system the request always comes too late unless it is first. */
  if (round % 4)
    place_release (&place);
  spin (round / 64 % 4 * 16);
  if (pthread_cancel (thread))
    die ("pthread_cancel");
  if (!(round % 4))
    place_release (&place);
  clock_gettime (CLOCK_REALTIME, &end);
  end.tv_sec += 20;
  if (pthread_timedjoin_np (thread, &status, &end))
    die ("the thread hangs");
  *cancelled += status == PTHREAD_CANCELED;
  left = (struct pollfd){ place.fd, POLLIN, 0 };
  if (result < 0 && poll (&left, 1, 0) != 1)
    ++*lost;
  else if (result < 0 && (result = call->make (&place)) < 0)
    die (call->name);
  if (call->kind == ACCEPTS)
    {
      if (result >= 0)
        close (result);
      close (place.other);
    }
}

int
main (int argc, char **argv)
{
  int rounds, cancelled = 0, lost = 0;
  if (argc != 3)
    return 2;
  alarm (300);
  rounds = atoi (argv[1]);
  for (call = calls; call->name && strcmp (call->name, argv[2]); call++)
    ;
  if (!call->name || (call->kind != ACCEPTS && call->kind != RECEIVES))
    return 2;
  place_make (&place, call->kind, 0);
  for (int i = 0; i < rounds; i++)
    try (i, &cancelled, &lost);
  printf ("%d %d %d\n", rounds, cancelled, lost);
  return fflush (stdout) != 0;
}
