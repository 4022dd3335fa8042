/* thread.h - a thread that makes a call, and waits that are bounded.  */
/* SPDX-License-Identifier: MIT */

#ifndef THREAD_H
#define THREAD_H

#include "place.h"
#include <pthread.h>
#include <sys/types.h>

/* Set before thread_start; all else is 0.  */
struct thread
{
  const struct call *call;
  const struct place *place;
  int state, type;		/* As for pthread_setcancelstate and -type.  */
  int waits;			/* It waits for GOES before the call.  */
  void (*cleanup) (struct thread *);	/* Called by the first handler.  */

  pthread_t id;
  volatile int goes, at_call, returned, cleanups;
  volatile pid_t tid;
  volatile int old_type;	/* The type after the call.  */
  long result;
  int error;			/* errno after the call.  */
};

extern void thread_start (struct thread *);

/* Waits until it blocks in the call.  */
extern void thread_blocks (struct thread *);

/* Joins the thread within some seconds.  Returns NULL, or what is wrong: it
   has not been cancelled, cleanup handlers have not run, once and in order. */
extern const char *thread_cancelled (struct thread *, struct place *);

/* The same for a thread that has returned from the call with RESULT, or with
   -1 and ERROR, and was cancelled at the next point, or ended, as WAS.  */
extern const char *thread_returned (struct thread *, struct place *,
				    int error, int was);

extern void nap (int milliseconds);

/* Sets the handler of SIGUSR1, with the flags of a struct sigaction.  */
extern void handle_usr1 (void (*handler) (int), int flags);

/* Waits until *VALUE is not 0, some seconds at most; ends the program with a
   message otherwise.  */
extern void wait_for (volatile int *value, const char *what);

#define SECONDS 12

#endif
