/* workers.c - threads that call recv, several at a time.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "workers.h"
#include <stddef.h>
#include <time.h>

volatile int cleaned, started;

void
clean (void *unused)
{
  (void)unused;
  __atomic_add_fetch (&cleaned, 1, __ATOMIC_SEQ_CST);
}

long
receive (const int *fd, int flags)
{
  char byte;
  return recv (*fd, &byte, 1, flags);
}

void *
blocks (void *fd)
{
  pthread_cleanup_push (clean, NULL);
  __atomic_add_fetch (&started, 1, __ATOMIC_SEQ_CST);
  receive (fd, 0);
  pthread_cleanup_pop (0);
  return NULL;
}

int
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

void
prepare (struct place *place, int ready)
{
  cleaned = started = 0;
  place_make (place, RECEIVES, ready);
}

pthread_t
start_worker (struct place *place, void *(*run) (void *), int milliseconds)
{
  pthread_t thread;
  prepare (place, 0);
  if (create (&thread, run, &place->fd, 0))
    die ("pthread_create");
  wait_for (&started, "a thread does not start");
  nap (milliseconds);
  return thread;
}

const char *
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

const char *
join_worker (pthread_t thread, int must)
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

const char *
cancel_one (void *(*run) (void *))
{
  struct place place;
  pthread_t thread = start_worker (&place, run, 5);
  const char *wrong;
  if (pthread_cancel (thread))
    return "pthread_cancel fails";
  wrong = join_worker (thread, 1);
  place_close (&place);
  return wrong ? wrong : cleanups (1);
}
