/* shared-cancel.c - the first requests of a dynamic program.  */
/* SPDX-License-Identifier: MIT */

/* usage: shared-cancel one|two|self
   The first request of the process goes to a thread that waits in recv; two
   threads make the first requests at once; the only thread cancels itself.
   SIGALRM ends it if a thread is not cancelled.  */

#define _GNU_SOURCE 1
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define PAIRS 2

static pthread_barrier_t start;
static pthread_t waiter[PAIRS];
static int cleaned;

static void
clean (void *unused)
{
  (void)unused;
  __atomic_fetch_add (&cleaned, 1, __ATOMIC_SEQ_CST);
}

static void *
receive (void *unused)
{
  int fd[2];
  char byte;
  volatile long got = -2;
  pthread_cleanup_push (clean, unused);
  if (socketpair (AF_UNIX, SOCK_STREAM, 0, fd) == 0)
    got = recv (fd[0], &byte, 1, 0);
  pthread_cleanup_pop (0);
  return (void *)got;
}

static void *
request (void *which)
{
  pthread_barrier_wait (&start);
  pthread_cancel (*(pthread_t *)which);
  return NULL;
}

static int
cancelled (pthread_t thread)
{
  void *result = NULL;
  return pthread_join (thread, &result) == 0 && result == PTHREAD_CANCELED;
}

static int
waiters (int count)
{
  static const struct timespec time = { 0, 100000000 };
  pthread_t sender[PAIRS];
  int good = 1;

  pthread_barrier_init (&start, NULL, count);
  for (int i = 0; i < count; i++)
    good &= !pthread_create (&waiter[i], NULL, receive, NULL);
  nanosleep (&time, NULL);
  for (int i = 0; i < count; i++)
    good &= !pthread_create (&sender[i], NULL, request, &waiter[i]);
  for (int i = 0; i < count; i++)
    good &= pthread_join (sender[i], NULL) == 0 && cancelled (waiter[i]);
  return good && cleaned == count;
}

/* The rest of the process is its exit, by the last thread.  */
static void
say_so (void *unused)
{
  (void)unused;
  puts ("cancelled");
  fflush (stdout);
}

static int
by_itself (void)
{
  char byte;
  int fd[2];
  if (socketpair (AF_UNIX, SOCK_STREAM, 0, fd)
      || pthread_cancel (pthread_self ()))
    return 0;
  pthread_cleanup_push (say_so, NULL);
  recv (fd[0], &byte, 1, 0);
  pthread_cleanup_pop (0);
  return 0;
}

int
main (int argc, char **argv)
{
  alarm (30);
  if (argc < 2 || strcmp (argv[1], "self") == 0)
    return by_itself () ? 0 : 2;
  puts (waiters (strcmp (argv[1], "two") ? 1 : PAIRS) ? "cancelled" : "not");
  return 0;
}
