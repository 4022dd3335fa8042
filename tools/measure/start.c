/* start.c - starts the program or its partner.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../ptrace/trace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <unistd.h>

void
job_check (struct job *job)
{
  struct stat s;
  if (!job->argv)
    return;
  const char *path = job->argv[0];
  if (stat (path, &s) != 0)
    die ("cannot run '%s': %m; give the path of a program", path);
  if (!S_ISREG (s.st_mode) || access (path, X_OK) != 0)
    die ("cannot run '%s': it is not executable; give the path of a program",
         path);
  const char *wrong = program_open (&job->elf, path);
  if (wrong)
    die ("cannot run '%s': it %s; give a program for this architecture", path,
         wrong);
}

static void
open_stream (struct capture *c, int keep)
{
  int ends[2];
  c->total = c->kept = 0;
  c->to = -1;
  if (pipe2 (ends, O_CLOEXEC) != 0)
    die ("cannot make a pipe: %m; close some files");
  c->from = ends[0];
  fcntl (c->from, F_SETFL, O_NONBLOCK);
  if (keep && c->path)
    c->to = open (c->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (keep && c->path && c->to < 0)
    die ("cannot write to '%s': %m; give another file", c->path);
  /* Until it is started.  */
  c->in = ends[1];
}

/* Its pipes, and the file of the first run.  */
void
job_prepare (struct job *job, int keep)
{
  job->pid = 0;
  job->error = job->has_ended = job->in_time = 0;
  for (int i = 0; i < 2 && job->argv; i++)
    open_stream (&job->stream[i], keep);
}

/* In the child: only calls that a vfork child may make.  */
static void __attribute__ ((noreturn, noinline))
become (struct job *job, const struct trace_gate *gate, int input)
{
  struct rlimit core;
  job->pid = getpid ();
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  setsid ();
  dup2 (input, 0);
  dup2 (job->stream[0].in, 1);
  dup2 (job->stream[1].in, 2);
  /* The program's own files then always get the same numbers.  */
  close_range (3, ~0U, CLOSE_RANGE_CLOEXEC);
  getrlimit (RLIMIT_CORE, &core);
  core.rlim_cur = 0;
  setrlimit (RLIMIT_CORE, &core);
  sigprocmask (SIG_SETMASK, &first_mask, NULL);
  if (gate)
    {
      personality (ADDR_NO_RANDOMIZE);
      trace_gate_wait (gate);
    }
  job->began = now ();
  execv (job->argv[0], job->argv);
  job->error = errno;
  _exit (127);
}

#define WANTED                                                                \
  (PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC             \
   | PTRACE_O_TRACEEXIT | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK            \
   | PTRACE_O_TRACECLONE)

/* Untraced it is a vfork: no page of ours is copied, so none is measured,
   and the parent continues when the program has been loaded.  */
int
job_start (struct job *job, int traced)
{
  struct trace_gate gate;
  int input
      = open (job->input ? job->input : "/dev/null", O_RDONLY | O_CLOEXEC);
  if (input < 0)
    die ("cannot read '%s': %m; give another file", job->input);
  if (traced && trace_gate_open (&gate) != 0)
    die ("cannot make a pipe: %m; close some files");
  pid_t pid = traced ? fork () : vfork ();
  if (pid == 0)
    become (job, traced ? &gate : NULL, input);
  if (pid < 0)
    die ("cannot make a process: %m; end some");
  if (traced)
    {
      int error = trace_seize (pid, WANTED, &gate);
      if (error)
        die ("cannot trace '%s': %s; use --mode=run", job->argv[0],
             strerror (error));
    }
  job->pid = pid;
  close (input);
  close (job->stream[0].in);
  close (job->stream[1].in);
  return job->error;
}
