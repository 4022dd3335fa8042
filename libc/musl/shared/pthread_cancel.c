/* pthread_cancel.c - in the shared object, for programs with musl.  */
/* SPDX-License-Identifier: MIT */

/* musl's function marks the request and sends musl's signal.  Its handler, for
   a thread that waits elsewhere than in musl's own calls, blocks the signal
   and lets the thread wait.  So ours, which finds our window, must be in front
   of it before the first request.  But musl installs its handler at the first
   request only: that is made to a thread which has no other purpose.  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <cancel-window.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int (*libc_cancel) (pthread_t thread);

static void *
wait_for_it (void *unused)
{
  while (pause () < 0)
    continue;
  return unused;
}

/* No handler of the program runs in that thread.  */
static int
cancel_another (int (*cancel) (pthread_t))
{
  pthread_t thread;
  sigset_t all, before;
  int result;

  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &before);
  result = pthread_create (&thread, NULL, wait_for_it, NULL);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  if (result == 0)
    {
      cancel (thread);
      pthread_join (thread, NULL);
    }
  return result;
}

/* The caller may be cancelled itself meanwhile, but not here.  */
static int
prepare (void)
{
  int state, result = 0;

  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  pthread_mutex_lock (&lock);
  if (!libc_cancel)
    {
      int (*next) (pthread_t) = dlsym (RTLD_NEXT, "pthread_cancel");
      result = cancel_another (next);
      if (result == 0)
        {
          tg_wrap_handler ();
          __atomic_store_n (&libc_cancel, next, __ATOMIC_RELEASE);
        }
    }
  pthread_mutex_unlock (&lock);
  pthread_setcancelstate (state, NULL);
  return result;
}

/* Fails with EAGAIN where the first call cannot make a thread.  */
int
pthread_cancel (pthread_t thread)
{
  if (!__atomic_load_n (&libc_cancel, __ATOMIC_ACQUIRE))
    {
      int result = prepare ();
      if (result)
        return result;
    }
  return libc_cancel (thread);
}
