/* measure-many.c - does one of many things that are hard to measure.  */
/* SPDX-License-Identifier: MIT */

/* usage: measure-many WHAT [ARGUMENT]  */

#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void
handler (int signal)
{
  caught = signal;
}

static void *
thread (void *unused)
{
  (void)unused;
  return NULL;
}

/* Four processes besides this one.  */
static int
do_fork (const char *self)
{
  int sum = 0, status;
  (void)self;
  for (int i = 1; i <= 4; i++)
    {
      pid_t pid = fork ();
      if (pid == 0)
        _exit (i);
      waitpid (pid, &status, 0);
      sum += WEXITSTATUS (status);
    }
  return sum;
}

static int
do_vfork (const char *self)
{
  int status;
  pid_t pid = vfork ();
  if (pid == 0)
    {
      execl (self, self, "exit", NULL);
      _exit (1);
    }
  waitpid (pid, &status, 0);
  return WEXITSTATUS (status);
}

static int
do_threads (const char *self)
{
  pthread_t list[4];
  (void)self;
  for (int i = 0; i < 4; i++)
    if (pthread_create (&list[i], NULL, thread, NULL) != 0)
      return 1;
  for (int i = 0; i < 4; i++)
    pthread_join (list[i], NULL);
  return 11;
}

static int
do_exec (const char *self)
{
  execl (self, self, "exit", NULL);
  return 1;
}

static void *
exec_thread (void *self)
{
  execl (self, self, "exit", NULL);
  return NULL;
}

static int
do_thread_exec (const char *self)
{
  pthread_t other;
  if (pthread_create (&other, NULL, exec_thread, (void *)self) == 0)
    pthread_join (other, NULL);
  return 1;
}

/* Signals arrive, also SIGTRAP, and their handlers return correctly.  */
static int
do_signal (const char *self)
{
  (void)self;
  signal (SIGUSR1, handler);
  signal (SIGTRAP, handler);
  raise (SIGUSR1);
  int first = caught;
  raise (SIGTRAP);
  int second = caught;
  caught = 0;
  __asm__ volatile ("int3");
  return first == SIGUSR1 && second == SIGTRAP && caught == SIGTRAP ? 12 : 1;
}

/* A stopped child is reported as stopped, and continues.  */
static int
do_stop (const char *self)
{
  int status;
  (void)self;
  pid_t pid = fork ();
  if (pid == 0)
    {
      raise (SIGSTOP);
      _exit (13);
    }
  if (waitpid (pid, &status, WUNTRACED) != pid || !WIFSTOPPED (status))
    return 1;
  kill (pid, SIGCONT);
  waitpid (pid, &status, 0);
  return WEXITSTATUS (status);
}

static int
do_trace (const char *self)
{
  (void)self;
  return ptrace (PTRACE_TRACEME, 0, 0, 0) == 0 ? 1 : 14;
}

static int
do_crash (const char *self)
{
  (void)self;
  volatile int *volatile nowhere = NULL;
  *nowhere = 1;
  return 1;
}

static int
do_clock (const char *self)
{
  struct timespec t;
  (void)self;
  return clock_gettime (CLOCK_MONOTONIC, &t) == 0 ? 15 : 1;
}

/* Two generations of daemons; the last one sleeps for an odd time.  */
static int
do_daemon (const char *self)
{
  (void)self;
  if (fork () == 0)
    {
      setsid ();
      signal (SIGTERM, SIG_IGN);
      signal (SIGHUP, SIG_IGN);
      if (fork () == 0)
        {
          setsid ();
          sleep (1000);
        }
      _exit (0);
    }
  sleep (1000);
  return 0;
}

/* The first thread has exited, others have not.  */
static void *
spin (void *unused)
{
  for (;;)
    pause ();
  return unused;
}

static int
do_headless (const char *self)
{
  pthread_t other;
  (void)self;
  pthread_create (&other, NULL, spin, NULL);
  pthread_exit (NULL);
}

static int
do_exit (const char *self)
{
  (void)self;
  return 10;
}

static int
do_touch (const char *number)
{
  size_t size = (size_t)atoi (number) * 4096;
  char *area = mmap (NULL, 1 << 22, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  madvise (area, 1 << 22, MADV_NOHUGEPAGE);
  for (size_t i = 0; i < size; i += 4096)
    area[i] = 1;
  return 0;
}

static const struct
{
  const char *name;
  int (*function) (const char *);
} list[] = {
  { "fork", do_fork },     { "vfork", do_vfork },
  { "exec", do_exec },     { "thread-exec", do_thread_exec },
  { "stop", do_stop },     { "threads", do_threads },
  { "trace", do_trace },   { "signal", do_signal },
  { "crash", do_crash },   { "clock", do_clock },
  { "daemon", do_daemon }, { "headless", do_headless },
  { "exit", do_exit },     { "touch", do_touch },
};

int
main (int argc, char **argv)
{
  for (size_t i = 0; argc > 1 && i < sizeof list / sizeof *list; i++)
    if (!strcmp (list[i].name, argv[1]))
      return list[i].function (argc > 2 ? argv[2] : argv[0]);
  return 2;
}
