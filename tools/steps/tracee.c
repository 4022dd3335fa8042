/* tracee.c - the one traced program of steps.  */
/* SPDX-License-Identifier: MIT */

#include "tracee.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_BREAKPOINTS 256

int tracee_status;

static pid_t pid;
static uint64_t held; /* Signal S is bit S - 1.  */

static struct
{
  uint64_t address;
  unsigned char code; /* The byte that stood there.  */
} breakpoints[MAX_BREAKPOINTS];
static int count, in;

void
must (long result, const char *what)
{
  if (result < 0)
    die ("%s: %s", what, strerror (errno));
}

void
tracee_kill (void)
{
  if (pid > 0)
    kill (pid, SIGKILL);
}

void
tracee_add_breakpoint (uint64_t address)
{
  if (count == MAX_BREAKPOINTS)
    die ("more than %d functions", MAX_BREAKPOINTS);
  breakpoints[count].address = address;
  must (trace_read (pid, address, &breakpoints[count++].code, 1),
        "reading code");
}

static void
put (pid_t where, int i, int set)
{
  must (trace_poke (where, breakpoints[i].address,
                    set ? TRACE_BREAKPOINT : breakpoints[i].code),
        "writing code");
}

void
tracee_breakpoints (int set)
{
  for (int i = 0; i < count; i++)
    put (pid, i, set);
  in = set;
}

pid_t
tracee_start (char *path)
{
  char *argv[] = { path, NULL };
  pid = trace_start (argv, PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
                               | PTRACE_O_TRACEVFORKDONE | PTRACE_O_TRACECLONE
                               | PTRACE_O_TRACEEXEC);
  if (pid < 0)
    die ("%s: cannot be run", path);
  return pid;
}

/* A child goes its own way, without breakpoints; a vfork child has its
   parent's memory, and gives it back.  */
static void
on_event (int event)
{
  unsigned long child = 0;
  int status;
  switch (event)
    {
    case PTRACE_EVENT_EXEC:
      count = 0;
      break;
    case PTRACE_EVENT_CLONE:
      die ("the program makes threads; their calls cannot be told apart");
    case PTRACE_EVENT_FORK:
    case PTRACE_EVENT_VFORK:
      must (ptrace (PTRACE_GETEVENTMSG, pid, 0, &child), "ptrace");
      must (waitpid ((pid_t)child, &status, __WALL), "waitpid");
      for (int i = 0; in && i < count; i++)
        put ((pid_t)child, i, 0);
      ptrace (PTRACE_DETACH, (pid_t)child, 0, 0);
      break;
    case PTRACE_EVENT_VFORK_DONE:
      if (in)
        tracee_breakpoints (1);
    }
}

int
tracee_resume (int request, int *signal)
{
  while (pid)
    {
      tracee_status = trace_run (pid, request, *signal);
      must (tracee_status, "waitpid");
      *signal = trace_signal (tracee_status);
      if (!WIFSTOPPED (tracee_status))
        pid = 0;
      else if (tracee_status >> 16 == 0)
        return 1;
      else
        on_event (tracee_status >> 16);
    }
  return 0;
}

int
tracee_step (const char *function)
{
  for (;;)
    {
      int signal = 0;
      if (!tracee_resume (PTRACE_SINGLESTEP, &signal))
        return 0;
      switch (signal)
        {
        case SIGTRAP:
          return 1;
        case SIGSEGV:
        case SIGBUS:
        case SIGILL:
        case SIGFPE:
          die ("signal %d in %s", signal, function);
        default:
          held |= 1ULL << (signal - 1);
        }
    }
}

void
tracee_give_held_signals (void)
{
  for (int signal = 1; signal <= 64; signal++)
    if (held >> (signal - 1) & 1)
      syscall (SYS_tgkill, pid, pid, signal);
  held = 0;
}
