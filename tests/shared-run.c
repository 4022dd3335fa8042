/* shared-run.c - makes all calls from everywhere in a dynamic program.  */
/* SPDX-License-Identifier: MIT */

/* usage: shared-run PLUGIN [again]
   From main, from threads, which have an errno each, from a child, from the
   shared object PLUGIN, which is this file with -DPLUGIN, and from a program
   that it executes, which is this one with "again".  Each process prints where
   libtrapgate.so.0 is.  The tests trace it.  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sweep.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define THREADS 4
#define ROUNDS 25

extern int sweep (void);

#define X(call, arguments, code)                                              \
  errno = 0;                                                                  \
  if (call arguments != -1 || errno != code)                                  \
    return printf ("%s: errno %d\n", #call, errno), 1;

int
sweep (void)
{
  int pair[2];
  X (socket, (-1, 0, 0), EAFNOSUPPORT)
  X (socketpair, (-1, 0, 0, pair), EAFNOSUPPORT)
  SWEEP_CALLS (X)
  return 0;
}

#ifndef PLUGIN

static int
show (struct dl_phdr_info *object, size_t size, void *unused)
{
  (void)size;
  (void)unused;
  if (!strstr (object->dlpi_name, "/libtrapgate.so.0"))
    return 0;
  unsigned long end = 0;
  for (int i = 0; i < object->dlpi_phnum; i++)
    if (object->dlpi_phdr[i].p_type == PT_LOAD)
      end = object->dlpi_phdr[i].p_vaddr + object->dlpi_phdr[i].p_memsz;
  printf ("range %ld %lx %lx\n", (long)getpid (),
          (unsigned long)object->dlpi_addr,
          (unsigned long)object->dlpi_addr + end);
  return 0;
}

static void
show_variant (void)
{
  const char *(*route) (void), *(*entry) (void);
  *(void **)&route = dlsym (RTLD_DEFAULT, "trapgate_route");
  *(void **)&entry = dlsym (RTLD_DEFAULT, "trapgate_entry");
  printf ("variant %s %s\n", route ? route () : "-", entry ? entry () : "-");
}

/* Threads fail with different errors by turns.  */
static pthread_barrier_t turn;

static void *
fail_apart (void *number)
{
  static const int fds[] = { -1, STDIN_FILENO };
  int which = *(int *)number % 2;
  long wrong = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      errno = 0;
      long result = bind (fds[which], 0, 0);
      pthread_barrier_wait (&turn);
      wrong += result != -1 || errno != (which ? ENOTSOCK : EBADF);
      pthread_barrier_wait (&turn);
    }
  return (void *)wrong;
}

static int
threads (void)
{
  pthread_t thread[THREADS];
  int number[THREADS], wrong = 0;

  pthread_barrier_init (&turn, 0, THREADS);
  for (int i = 0; i < THREADS; i++)
    {
      number[i] = i;
      if (pthread_create (&thread[i], 0, fail_apart, &number[i]))
        return 1;
    }
  for (int i = 0; i < THREADS; i++)
    {
      void *result = 0;
      pthread_join (thread[i], &result);
      wrong |= result != 0;
    }
  return wrong;
}

/* The status of a child that sweeps or, with WORDS, executes a program.  */
static int
child (char **words)
{
  int status = -1;
  fflush (stdout);
  pid_t pid = fork ();
  if (pid == 0 && words)
    {
      execv (words[0], words);
      _exit (127);
    }
  if (pid == 0)
    {
      dl_iterate_phdr (show, 0);
      int wrong = sweep ();
      fflush (stdout);
      _exit (wrong);
    }
  waitpid (pid, &status, 0);
  return status;
}

static int
plugin (const char *name, int how)
{
  void *handle = dlopen (name, how);
  int (*its_sweep) (void) = 0;
  if (handle)
    *(void **)&its_sweep = dlsym (handle, "sweep");
  if (!its_sweep)
    return puts (dlerror ()), 1;
  return its_sweep == sweep || its_sweep ();
}

int
main (int argc, char **argv)
{
  char *words[] = { argv[0], argv[1], "again", 0 };

  dl_iterate_phdr (show, 0);
  show_variant ();
  if (sweep ())
    return 1;
  if (argc > 2)
    return 0;
  if (threads ())
    return 2;
  if (child (0))
    return 3;
  if (plugin (argv[1], RTLD_LAZY))
    return 4;
  if (child (words))
    return 5;
  puts ("done");
  return 0;
}
#endif
