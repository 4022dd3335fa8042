/* shared-cancel-load.c - requests while the loader's lock is held.  */
/* SPDX-License-Identifier: MIT */

/* usage: shared-cancel-load error|join|cancel [LIBRARY]
   A request leaves the caller's dlerror as it is.  The constructor of LIBRARY,
   in dlopen, which holds a lock of the loader, joins a thread that main
   cancels, or cancels one while main makes the first request of the process.
   SIGALRM ends it if a thread waits for ever.  With -DLIBRARY it is that
   library.  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* The library uses those of the program.  */
extern pthread_t waiter;
extern volatile int loading, joins;
extern void nap (void);

#ifdef LIBRARY
static void __attribute__ ((constructor))
begin (void)
{
  void *result;
  loading = 1;
  nap ();
  if (joins)
    pthread_join (waiter, &result);
  else
    pthread_cancel (waiter);
}
#else
pthread_t waiter;
volatile int loading, joins;

void
nap (void)
{
  static const struct timespec time = { 0, 100000000 };
  nanosleep (&time, NULL);
}

static void *
receive (void *unused)
{
  int fd[2];
  char byte;
  if (socketpair (AF_UNIX, SOCK_STREAM, 0, fd) == 0)
    recv (fd[0], &byte, 1, 0);
  return unused;
}

static void *
load (void *name)
{
  if (!dlopen (name, RTLD_NOW))
    puts (dlerror ());
  return NULL;
}

static int
cancelled (pthread_t thread)
{
  void *result = NULL;
  return pthread_cancel (thread) == 0 && pthread_join (thread, &result) == 0
         && result == PTHREAD_CANCELED;
}

static int
error_stays (void)
{
  pthread_t thread;
  const char *error;
  pthread_create (&thread, NULL, receive, NULL);
  nap ();
  dlsym (RTLD_DEFAULT, "no_such_name");
  if (!cancelled (thread))
    return 0;
  error = dlerror ();
  return error && strstr (error, "no_such_name");
}

/* The first request of all may wait for the lock in the libc itself.  */
static int
loads (char *library)
{
  pthread_t loader, thread;
  pthread_create (&waiter, NULL, receive, NULL);
  pthread_create (&thread, NULL, receive, NULL);
  if (joins && !cancelled (thread))
    return 0;
  pthread_create (&loader, NULL, load, library);
  while (!loading)
    ;
  if (joins)
    {
      nap ();
      nap ();
      return pthread_cancel (waiter) == 0 && pthread_join (loader, NULL) == 0;
    }
  return cancelled (thread) && pthread_join (waiter, NULL) == 0
         && pthread_join (loader, NULL) == 0;
}

int
main (int argc, char **argv)
{
  alarm (30);
  if (argc < 2)
    return 2;
  joins = strcmp (argv[1], "join") == 0;
  puts ((argc > 2 ? loads (argv[2]) : error_stays ()) ? "cancelled" : "not");
  return 0;
}
#endif
