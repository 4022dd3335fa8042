/* watch.c - runs a command as a child, and reports the call that killed it. */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"
#include "trace.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

/* Only a tracer can see which call it was, and a process has only one
   tracer. It stops the program for signals and new processes, never for
   calls; a program that catches SIGSYS still does.  Without a tracer, only
   the death itself is reported.  */

static pid_t child;

/* State that the command must inherit unchanged.  */
static sigset_t mask;
static void (*on_child) (int);

/* A traced thread has stopped: resumes it, or leaves it stopped where it
   would be without a tracer.  */
static void
resume (pid_t thread, int status)
{
  int signal = trace_signal (status);
  if (signal == SIGSYS)
    report_trap (thread);
  trace_resume (thread, PTRACE_CONT, signal);
}

/* Until the command ends.  Processes that it leaves behind continue
   untraced.  */
static int
wait_for_end (const struct policy *p, const char *command)
{
  for (;;)
    {
      int status;
      pid_t pid = waitpid (-1, &status, __WALL);
      if (pid < 0 && errno != EINTR)
        die (WRONG, "cannot wait for the command: %s; run it again",
             strerror (errno));
      if (pid < 0)
        continue;
      if (WIFSTOPPED (status))
        {
          resume (pid, status);
          continue;
        }
      if (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS)
        report_death (p, pid, pid == child ? command : NULL);
      if (pid == child)
        return status;
    }
}

/* The child starts when the pipe closes: traced, if possible.  If the
   parent is killed, so is the child.  */
static void __attribute__ ((noreturn))
be_child (const struct policy *p, const char *path, char **command,
          const struct trace_gate *gate)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  trace_gate_wait (gate);
  signal (SIGCHLD, on_child);
  sigprocmask (SIG_SETMASK, &mask, NULL);
  run_here (p, path, command);
}

void
watch (const struct policy *p, const char *path, char **command)
{
  struct trace_gate gate;
  sigset_t all;
  if (trace_gate_open (&gate) != 0)
    die (WRONG, "cannot make a pipe: %s; close some files", strerror (errno));
  sigfillset (&all);
  sigprocmask (SIG_SETMASK, &all, &mask);
  /* If SIGCHLD is ignored, there is no status to wait for.  */
  on_child = signal (SIGCHLD, SIG_DFL);
  child = fork ();
  if (child < 0)
    die (WRONG, "cannot make a process: %s; end some", strerror (errno));
  if (child == 0)
    be_child (p, path, command, &gate);
  signals_pass_to (child);
  int error = trace_seize (
      child, PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE,
      &gate);
  sigprocmask (SIG_SETMASK, &mask, NULL);
  int status = wait_for_end (p, *command);
  if (error && WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS)
    report_unseen (p, *command, error);
  signals_end_like (status);
}
