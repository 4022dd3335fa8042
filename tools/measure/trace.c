/* trace.c - follows the traced threads from stop to stop.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../ptrace/trace.h"

#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#define SYSCALL_STOP (SIGTRAP | 0x80)

struct tally tally = { .faults = -1,
                       .major_faults = -1,
                       .peak = -1,
                       .instructions_before_main = -1,
                       .calls_before_main = -1 };

static struct task *tasks;
static int count, room;

/* The first program has been loaded; its main has not been entered yet.  */
static int started, before_main;

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

/* The calls are counted in a program that runs at full speed.  A debug
   register stops it at main: a breakpoint in memory would cause another
   page fault, and would be visible.  Without such a register the number
   stays unknown.  */
static void
before_begin (void)
{
  before_main = step_main && trace_stop_at (program->pid, step_main, 0) == 0;
}

static int
before_trap (pid_t pid, int signal)
{
  struct trace_call call;
  siginfo_t info;
  if (signal == SYSCALL_STOP)
    {
      if (before_main && trace_call (pid, &call) != 0)
        before_main = 0;
      else if (before_main && call.is_entry)
        tally.calls++;
      return 1;
    }
  if (!before_main || signal != SIGTRAP || pid != program->pid
      || ptrace (PTRACE_GETSIGINFO, pid, 0, &info) != 0
      || info.si_code != TRACE_AT)
    return 0;
  trace_stop_at (pid, 0, 0);
  tally.calls_before_main = tally.calls;
  before_main = 0;
  return 1;
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

/* Delivers the program's own signals, but not those that we caused.  */
static int
on_stop (pid_t pid, int event, int signal)
{
  struct task *task = find (pid);
  if (event == PTRACE_EVENT_EXEC)
    on_exec (pid);
  else if (event == PTRACE_EVENT_STOP && !task && started)
    add (pid);
  else if (event == PTRACE_EVENT_EXIT && options.mode == COUNT && task)
    step_exit (task);
  else if (event == PTRACE_EVENT_EXIT && options.mode == TRACE
           && facts_group (pid) == program->pid)
    facts_read (pid);
  if (event)
    return 0;
  return options.mode == COUNT ? task && step_trap (task, signal)
                               : before_trap (pid, signal);
}

void
trace_stop (pid_t pid, int status)
{
  int request = PTRACE_CONT, signal = trace_signal (status);
  if (on_stop (pid, status >> 16, WSTOPSIG (status)))
    signal = 0;
  if (options.mode == COUNT && started && !keeper_closing)
    request = PTRACE_SINGLESTEP;
  else if (before_main)
    request = PTRACE_SYSCALL;
  /* The thread that kills may not have seen a new process.  */
  if (keeper_closing)
    kill (pid, SIGKILL);
  trace_resume (pid, request, signal);
}
