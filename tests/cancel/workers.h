/* workers.h - threads that call recv, several at a time.  */
/* SPDX-License-Identifier: MIT */

#ifndef WORKERS_H
#define WORKERS_H

#include "thread.h"

/* How many cleanup handlers have run, and threads of blocks begun.  */
extern volatile int cleaned, started;

/* A cleanup handler, which counts.  */
extern void clean (void *unused);

/* recv of one byte.  */
extern long receive (const int *fd, int flags);

/* A thread that blocks in it.  */
extern void *blocks (void *fd);

/* Creates a thread with a small stack.  Returns 0 or an errno.  */
extern int create (pthread_t *, void *(*run) (void *), int *fd, int detached);

/* Makes a place to receive, and sets the counts to 0.  */
extern void prepare (struct place *, int ready);

/* A thread that runs for some milliseconds at the new place, from when it has
   set STARTED.  */
extern pthread_t start_worker (struct place *, void *(*run) (void *),
			       int milliseconds);

/* These return NULL, or what is wrong.  cleanups waits until COUNT handlers
   have run; join_worker joins a thread, which MUST be cancelled or may be;
   cancel_one does all this with one thread, which sets STARTED before it
   blocks.  */
extern const char *cleanups (int count);
extern const char *join_worker (pthread_t, int must);
extern const char *cancel_one (void *(*run) (void *));

#endif
