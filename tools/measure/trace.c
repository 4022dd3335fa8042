/* trace.c - follows the traced threads from stop to stop.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

struct tally tally = { .faults = -1,
                       .major_faults = -1,
                       .peak = -1,
                       .instructions_before_main = -1,
                       .calls_before_main = -1 };

static struct task *tasks;
static int count, room;

/* The first program has been loaded.  */
static int started;

static struct task *
find (pid_t pid)
{
  static int last;
  if (last < count && tasks[last].pid == pid)
    return &tasks[last];
  for (last = 0; last < count; last++)
    if (tasks[last].pid == pid)
      return &tasks[last];
  return NULL;
}

static struct task *
add (pid_t pid)
{
  if (count == room)
    {
      room = room * 2 + 16;
      tasks = realloc (tasks, (size_t)room * sizeof *tasks);
      if (!tasks)
        die ("there is no memory left; end some programs");
    }
  struct task *task = &tasks[count++];
  task->pid = pid;
  task->fresh = 1;
  if (options.mode == COUNT)
    step_new_image (task);
  if (facts_group (pid) == pid)
    tally.processes++;
  else
    tally.threads++;
  return task;
}

void
trace_gone (pid_t pid)
{
  struct task *task = find (pid);
  if (task)
    *task = tasks[--count];
}

/* A thread other than the first that calls execve becomes the first.  */
static void
on_exec (pid_t pid)
{
  unsigned long former = 0;
  ptrace (PTRACE_GETEVENTMSG, pid, 0, &former);
  if (!started)
    {
      started = 1;
      add (pid);
      facts_begin ();
      if (options.mode == TRACE)
        before_begin ();
      return;
    }
  if ((pid_t)former != pid)
    trace_gone ((pid_t)former);
  struct task *task = find (pid);
  if (task && options.mode == COUNT)
    step_new_image (task);
  if (pid == program->pid)
    step_main = before_main = 0;
}

static int
is_stop (int signal)
{
  return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN
         || signal == SIGTTOU;
}

/* What the thread gets when it goes on; -1: it stays stopped, as anybody
   else would see it stopped.  */
static int
on_stop (pid_t pid, int event, int signal)
{
  struct task *task = find (pid);
  switch (event)
    {
    case 0:
      if (options.mode == COUNT ? task && step_trap (task, signal)
                                : before_trap (pid, signal))
        return 0;
      return signal;
    case PTRACE_EVENT_STOP:
      if (!task && started)
        add (pid);
      return is_stop (signal) ? -1 : 0;
    case PTRACE_EVENT_EXEC:
      on_exec (pid);
      return 0;
    case PTRACE_EVENT_EXIT:
      if (options.mode == COUNT && task)
        step_exit (task);
      if (options.mode == TRACE && facts_group (pid) == program->pid)
        facts_read (pid);
      return 0;
    default:
      return 0;
    }
}

void
trace_stop (pid_t pid, int status)
{
  int request = PTRACE_CONT;
  int signal = on_stop (pid, status >> 16, WSTOPSIG (status));
  if (options.mode == COUNT && started && !keeper_closing)
    request = PTRACE_SINGLESTEP;
  else if (before_main)
    request = PTRACE_SYSCALL;
  /* What is new has not been seen by the one who kills.  */
  if (keeper_closing)
    kill (pid, SIGKILL);
  if (signal < 0)
    ptrace (PTRACE_LISTEN, pid, 0, 0);
  else
    ptrace (request, pid, 0, signal);
}
