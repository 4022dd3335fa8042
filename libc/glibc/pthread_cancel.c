/* pthread_cancel.c - in a program with glibc that cancels threads.  */
/* SPDX-License-Identifier: MIT */

/* glibc itself uses the other name, so that its function is in every program
   that starts a thread.  This one is only in programs that call
   pthread_cancel, and brings __tg_cancel with it, by which the stubs are
   cancellation points.  */

#define _GNU_SOURCE 1
#include <errno.h>
#include <pthread.h>

#include <cancel-libc.h>

extern const char __tg_cancel[] __attribute__ ((visibility ("hidden")));
const void *const CANCELS_IF __attribute__ ((visibility ("hidden")))
= __tg_cancel;

#ifdef TG_SHARED
#include <dlfcn.h>
static int (*next) (pthread_t);

/* At the start: dlsym takes the loader's lock, which may be held by a thread
   that waits for the one to be cancelled, and changes the result of
   dlerror.  */
static void __attribute__ ((constructor))
find_next (void)
{
  next = (int (*) (pthread_t))dlsym (RTLD_NEXT, "pthread_cancel");
}

static int
libc_cancel (pthread_t thread)
{
  if (!next)
    find_next ();
  return next (thread);
}
#else
extern int __pthread_cancel (pthread_t thread);
#define libc_cancel __pthread_cancel
#endif

#if !defined TG_SHARED && !defined TG_CANCEL_window

int
pthread_cancel (pthread_t thread)
{
  return libc_cancel (thread);
}

#else
#include <cancel-window.h>
#include <linux/futex.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile int wrapped;

/* glibc installs its handler in its first call, without a lock: another first
   call may put it in front of ours once more.  Our lock is not held during the
   call, which may wait for the loader's.  */
static int
cancel_first (pthread_t thread)
{
  int result = libc_cancel (thread);
  pthread_mutex_lock (&lock);
  wrapped = tg_wrap_handler ();
  pthread_mutex_unlock (&lock);
  return result;
}

/* The thread's id, from the clock id, which is part of the kernel's ABI.  */
static pid_t
id_of (pthread_t thread)
{
  clockid_t clock;
  if (pthread_getcpuclockid (thread, &clock) != 0)
    return 0;
  return ~(clock >> 3);
}

/* Does the thread wait in a call of ours?  Its variable is at the same offset
   from the thread pointer as ours, and pthread_t is that pointer.  The kernel
   reads it: a thread that is detached may be gone, with its memory.  */
static int
waits (pthread_t thread)
{
  static const long now[2];
  long calls = thread + ((long)&waiting.calls - (long)pthread_self ());
  return tg_trap (TG_NR_futex, calls, FUTEX_WAIT_PRIVATE, 0, (long)now, 0)
         == -EAGAIN;
}

/* glibc's function marks the request.  It sends a signal only to a thread of
   asynchronous type (before 2.41), and the first comes before our handler is
   installed.  So a thread that waits in a call of ours gets another signal,
   which glibc's handler ignores; so does the calling thread in a handler that
   has interrupted such a call.  It may not be cancelled in between.  */
int
pthread_cancel (pthread_t thread)
{
  if (pthread_equal (thread, pthread_self ()) && waiting.calls == 0)
    return libc_cancel (thread);
  pid_t id = id_of (thread);
  siginfo_t info = { .si_signo = LIBC_SIGCANCEL, .si_code = SI_QUEUE };
  int type, result;
  pthread_setcanceltype (PTHREAD_CANCEL_DEFERRED, &type);
  result = wrapped ? libc_cancel (thread) : cancel_first (thread);
  if (id && waits (thread))
    tg_send (id, &info);
  pthread_setcanceltype (type, NULL);
  return result;
}

#endif
