/* cancel-steps.c - stops a thread at each instruction of a call.  */
/* SPDX-License-Identifier: MIT */

/* usage: cancel-steps PROGRAM CALL MODE
   Traces tests/cancel/stepped.c.  In each round a thread sends itself a mark,
   and is stepped one instruction further than in the round before; there the
   program requests its cancellation, and the thread continues untraced.  The
   last round is that in which the call has returned, or blocks.  */

#define _GNU_SOURCE 1
#include "../tools/ptrace/process.h"
#include "../tools/ptrace/trace.h"
#include "cancel/stepped.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static struct stepped *shared;

static void __attribute__ ((noreturn))
die (const char *what)
{
  fprintf (stderr, "cancel-steps: %s: %s\n", what, strerror (errno));
  exit (2);
}

/* Steps once.  Returns 0 if the thread blocks instead.  */
static int
step (pid_t thread)
{
  struct process_stat stat;
  int status;
  pid_t stopped;
  if (ptrace (PTRACE_SINGLESTEP, thread, 0, 0))
    die ("PTRACE_SINGLESTEP");
  for (long i = 1;; i++)
    {
      stopped = waitpid (thread, &status, __WALL | WNOHANG);
      if (stopped == thread)
        break;
      if (i % 256 == 0 && process_stat (thread, &stat) && stat.state == 'S')
        return 0;
    }
  if (!WIFSTOPPED (status) || WSTOPSIG (status) != SIGTRAP)
    die ("the thread gets a signal or ends");
  return 1;
}

static void
go_on (pid_t thread, int status)
{
  int signal = trace_signal (status);
  trace_resume (thread, PTRACE_CONT,
                signal == SIGSTOP || signal == SIGTRAP ? 0 : signal);
}

/* The thread has sent its mark.  The one that created it may stop for that
   only now.  */
static void
take_steps (pid_t thread, int steps)
{
  shared->steps = 0;
  while (shared->steps < steps && !shared->returned && !shared->blocks)
    {
      shared->blocks = !step (thread);
      shared->steps++;
    }
  shared->pc = shared->blocks ? 0 : trace_ip_of (thread);
  shared->last = shared->returned || shared->blocks;
  shared->stops = 1;
  while (!shared->requested)
    {
      int status;
      pid_t other = waitpid (-1, &status, __WALL | WNOHANG);
      if (other > 0 && WIFSTOPPED (status))
        go_on (other, status);
      usleep (50);
    }
  if (!shared->blocks)
    ptrace (PTRACE_CONT, thread, 0, 0);
}

int
main (int argc, char **argv)
{
  int page, status, rounds = 0;
  pid_t pid, thread;
  if (argc != 4)
    return 2;
  page = memfd_create ("stepped", 0);
  if (page < 0 || ftruncate (page, sizeof *shared)
      || dup2 (page, STEPPED_FD) < 0)
    die ("memfd_create");
  shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED,
                 STEPPED_FD, 0);
  if (shared == MAP_FAILED)
    die ("mmap");
  alarm (300);
  pid = trace_start (argv + 1, PTRACE_O_TRACECLONE);
  if (pid < 0)
    die (argv[1]);
  trace_resume (pid, PTRACE_CONT, 0);
  while ((thread = waitpid (-1, &status, __WALL)) > 0)
    {
      if (!WIFSTOPPED (status))
        {
          if (thread == pid)
            return WIFEXITED (status) ? WEXITSTATUS (status) : 3;
          continue;
        }
      if (trace_signal (status) == STEPPED_MARK)
        take_steps (thread, rounds++);
      else
        go_on (thread, status);
    }
  die ("waitpid");
}
