/* second-thread.h - a program with two threads, which could cancel one.  */
/* SPDX-License-Identifier: MIT */

/* For programs whose calls are counted: a libc does more in a call then.  The
   thread waits; it is made before main, from which on steps follows the other
   thread only.  */

#include <pthread.h>
#include <unistd.h>

int (*volatile cancel) (pthread_t) = pthread_cancel;

static void *
wait_for_ever (void *unused)
{
  for (;;)
    pause ();
  return unused;
}

static void __attribute__ ((constructor))
begin (void)
{
  pthread_t thread;
  if (pthread_create (&thread, NULL, wait_for_ever, NULL) != 0)
    _exit (1);
}
