/* compare-threads.c - threads that wait for each other, and pass ids to calls.
   SPDX-License-Identifier: MIT  */

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum
{
  THREADS = 5
};

static pthread_mutex_t plain = PTHREAD_MUTEX_INITIALIZER, checked;
static pthread_barrier_t all;
static int sum[2];

/* One number depends on the libc.  */
#ifdef __GLIBC__
enum
{
  FIRST = 0
};
#else
enum
{
  FIRST = 100
};
#endif

/* The process and thread ids in a path and in text.  */
static void
show (long number)
{
  char text[80];
  int fd;

  snprintf (text, sizeof text, "/proc/%d/task/%ld/comm", (int)getpid (),
            syscall (SYS_gettid));
  fd = open (text, O_RDONLY);
  if (fd < 0 || read (fd, text, sizeof text) <= 0)
    abort ();
  close (fd);
  fd = open ("/dev/null", O_WRONLY);
  dprintf (fd, "pid %d, tid %ld, number %ld, 1%d7\n", (int)getpid (),
           syscall (SYS_gettid), number, 40000 + (int)number);
  close (fd);
}

static void *
work (void *number)
{
  char *volatile memory = malloc (100);

  pthread_barrier_wait (&all);
  for (int i = 0; i < 20; i++)
    {
      pthread_mutex_t *lock = i % 2 ? &plain : &checked;

      pthread_mutex_lock (lock);
      sum[i % 2]++;
      usleep (100);
      pthread_mutex_unlock (lock);
    }
  show ((long)number);
  pthread_barrier_wait (&all);
  free (memory);
  return 0;
}

int
main (void)
{
  pthread_t thread[THREADS];
  pthread_mutexattr_t kind;

  pthread_mutexattr_init (&kind);
  pthread_mutexattr_settype (&kind, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_init (&checked, &kind);
  pthread_barrier_init (&all, 0, THREADS);
  for (long i = 0; i < THREADS; i++)
    if (pthread_create (thread + i, 0, work, (void *)(FIRST + i)))
      return 1;
  for (int i = 0; i < THREADS; i++)
    pthread_join (thread[i], 0);
  show (sum[0]);
  printf ("%d %d\n", sum[0], sum[1]);
  return 0;
}
