/* cancel.c - the effect of pthread_cancel on a thread in a socket call.  */
/* SPDX-License-Identifier: MIT */

/* usage: cancel MILLISECONDS
   Prints a line for a thread that is cancelled before it calls recv with data
   available, and one for a thread that is cancelled while recv blocks: whether
   it was cancelled, and its cleanup handler ran, within the time.  Then data
   arrives, so that the thread ends in any case.  */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

static int ends[2];
static volatile int cleaned, may_go, at_recv;

static void
nap (void)
{
  struct timespec one = { 0, 1000000 };
  nanosleep (&one, NULL);
}

static void
clean (void *unused)
{
  (void)unused;
  cleaned = 1;
}

static void *
receive (void *unused)
{
  char byte;
  long got;
  while (!may_go)
    ;
  pthread_cleanup_push (clean, unused);
  at_recv = 1;
  got = recv (ends[0], &byte, 1, 0);
  pthread_cleanup_pop (0);
  return (void *)got;
}

static void
try (const char *when, int pending, int milliseconds)
{
  pthread_t thread;
  void *result;
  cleaned = may_go = at_recv = 0;
  if (pthread_create (&thread, NULL, receive, NULL))
    exit (1);
  if (pending && (pthread_cancel (thread) || send (ends[1], "x", 1, 0) != 1))
    exit (1);
  may_go = 1;
  if (!pending)
    {
      while (!at_recv)
        nap ();
      for (int i = 0; i < 50; i++)
        nap ();
      if (pthread_cancel (thread))
        exit (1);
    }
  for (int i = 0; i < milliseconds && !cleaned; i++)
    nap ();
  printf ("%s: %s", when, cleaned ? "cleaned up" : "no cleanup");
  if (!pending && send (ends[1], "x", 1, 0) != 1)
    exit (1);
  if (pthread_join (thread, &result))
    exit (1);
  printf (", %s\n", result == PTHREAD_CANCELED ? "cancelled"
                    : result == (void *)1      ? "received"
                                               : "failed");
}

int
main (int argc, char **argv)
{
  int milliseconds = argc == 2 ? atoi (argv[1]) : 0;
  for (int pending = 1; pending >= 0; pending--)
    {
      if (socketpair (AF_UNIX, SOCK_STREAM, 0, ends))
        return 1;
      try (pending ? "pending" : "blocking", pending, milliseconds);
    }
  return fflush (stdout) != 0;
}
