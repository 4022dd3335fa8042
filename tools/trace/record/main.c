/* main.c - records socket calls, in user space and in the kernel.  */
/* SPDX-License-Identifier: MIT */

/* usage: record SPEC PROGRAM [ARG...]

   Runs as root on the kernel to be examined.  SPEC has lines KEY VALUE:
     on MACHINE           the next lines are for a kernel of i386 or x86_64;
                          after "on -", and at first, they are for both
     probe p:@/NAME FUNCTION ...  for kprobe_events; @ is the group
     stack NAME           prints the kernel's stack at this event
     filter EXPRESSION    of the events of system calls
     stub NAME ADDRESS END ARGUMENTS  a function, as linked, and how many
                          arguments it has; the partner's after its line
     partner PATH         a second program, started when the first one waits
     argument TEXT        an argument of the partner
     limit SECONDS        when the programs are killed; 0 is never
     block NUMBER         the call with a block of arguments, in memory

   Prints lines of its own and the kernel's text of the events, in order:
     kernel RELEASE MACHINE    MACHINE is i386 or x86_64
     lacks FUNCTION ERRNO      the kernel refused a probe
     process PID N ROLE   a process, counted from 1, before its first
                          instruction: program, partner or child
     process PID N thread M  a further thread of process N, whose first is 1
     image PID ROLE SLIDE VDSO END  PID has executed this program, or another
     end PID exit STATUS, end PID signal NUMBER  of a process
     timeout SECONDS      the programs were killed
     lost ...             the record is not complete
   and among the events, as tracing_mark_write, with registers and addresses
   in hexadecimal:
     enter PID NAME SP RETURN ARG...
     step PID IP BYTES REGISTER=VALUE...  before an instruction, with which
                          BYTES begin; the registers that have changed since
                          the call's line before, at first all
     leave PID RESULT REGISTER=VALUE...
     unreadable PID ADDRESS...  before a trap: not all bytes there can be read,
                          of a word of the block, or of the first or second 8
                          bytes at an argument, whether it is a pointer or not
     left PID NAME        a handler has left the call by a jump
     lost PID NAME        the call was not followed to its end
   A call that a signal's handler makes is between the lines of the call that
   it interrupted.  The programs' output goes to stderr.

   Exits with 1 if the record is not complete, with 2 and a line on stderr on
   an error.  */

#include "record.h"

#include "../../measure/ready.h"
#include "../../ptrace/process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/time.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define OPTIONS                                                               \
  (PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC | PTRACE_O_TRACEFORK                \
   | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE)

static struct spec spec;
static struct thread *threads;
static int count, processes;
static pid_t first[2]; /* Of the images; 0 if not started, -1 if ended.  */
static time_t end;
static volatile sig_atomic_t stopping;

static void
stop (int signal)
{
  if (signal != SIGALRM)
    stopping = signal;
}

/* SIGALRM only interrupts waitpid, for work that has to be done now and
   then.  */
static void
handle_signals (void)
{
  struct sigaction action = { .sa_handler = stop };
  struct itimerval timer = { { 0, 20000 }, { 0, 20000 } };
  static const int all[] = { SIGALRM, SIGTERM, SIGINT, SIGHUP, SIGQUIT };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    sigaction (all[i], &action, NULL);
  setitimer (ITIMER_REAL, &timer, NULL);
}

static struct thread *
thread_of (pid_t pid)
{
  for (int i = 0; i < count; i++)
    if (threads[i].pid == pid)
      return &threads[i];
  return NULL;
}

static void
introduce (struct thread *t)
{
  int which = t->pid == first[0] ? 0 : t->pid == first[1] ? 1 : -1;
  const char *role = which < 0 ? "child" : spec.image[which].name;
  pid_t leader = (pid_t)process_number (t->pid, "status", "Tgid:");
  struct thread *process = thread_of (leader);
  t->number = process && process != t ? process->number : ++processes;
  t->is_process = leader == t->pid;
  t->threads = 1;
  if (process && process != t)
    say ("process %d %d thread %d", (int)t->pid, t->number,
         ++process->threads);
  else
    say ("process %d %d %s", (int)t->pid, t->number, role);
}

static struct thread *
add_thread (pid_t pid)
{
  threads = realloc (threads, (size_t)(count + 1) * sizeof *threads);
  if (!threads)
    die ("no memory");
  struct thread *t = &threads[count++];
  *t = (struct thread){ .pid = pid };
  introduce (t);
  calls_start (t, &spec);
  return t;
}

static void
start (int which)
{
  struct trace_gate gate;
  const struct image *image = &spec.image[which];
  if (trace_gate_open (&gate) != 0)
    die ("pipe: %s", strerror (errno));
  pid_t pid = fork ();
  if (pid < 0)
    die ("fork: %s", strerror (errno));
  if (pid == 0)
    {
      trace_gate_wait (&gate);
      dup2 (STDERR_FILENO, STDOUT_FILENO);
      execv (image->path, image->argv);
      fprintf (stderr, "trapgate trace: %s: %s\n", image->path,
               strerror (errno));
      _exit (127);
    }
  first[which] = pid;
  events_add (pid);
  int error = trace_seize (pid, OPTIONS, &gate);
  if (error)
    die ("ptrace: %s", strerror (error));
  add_thread (pid);
}

static void
ended (struct thread *t, int status)
{
  if (t->is_process)
    say ("end %d %s %d", (int)t->pid, WIFEXITED (status) ? "exit" : "signal",
         WIFEXITED (status) ? WEXITSTATUS (status) : WTERMSIG (status));
  for (int i = 0; i < 2; i++)
    if (first[i] == t->pid)
      first[i] = -1;
  *t = threads[--count];
}

static void
kill_all (void)
{
  for (int i = 0; i < count; i++)
    kill (threads[i].pid, SIGKILL);
}

/* Work that has to be done now and then.  */
static void
tick (void)
{
  static int has_expired;
  pid_t list[64];
  int n = 0;
  time_t now = time (NULL), left = spec.limit ? end - now : 0;
  events_print ();
  if (stopping)
    kill_all ();
  else if (spec.limit && left <= 0)
    {
      if (!has_expired++)
        say ("timeout %d", spec.limit);
      kill_all ();
    }
  else if (spec.images == 2 && !first[1])
    {
      for (int i = 0; i < count && n < 64; i++)
        list[n++] = threads[i].pid;
      if (ready (list, n) || (spec.limit && left < spec.limit * 2 / 3))
        start (1);
    }
}

/* Ends with the last process, or when both programs have ended.  */
static void
run (void)
{
  int status;
  while (count)
    {
      pid_t pid = waitpid (-1, &status, __WALL);
      if (pid < 0)
        {
          if (errno != EINTR)
            break;
          tick ();
          continue;
        }
      struct thread *t = thread_of (pid);
      if (!t)
        t = add_thread (pid);
      if (!WIFSTOPPED (status))
        {
          ended (t, status);
          if (first[0] < 0 && first[1] <= 0)
            kill_all ();
          continue;
        }
      if (status >> 16 == PTRACE_EVENT_EXEC)
        {
          calls_start (t, &spec);
          calls_plant (t);
        }
      calls_resume (t, calls_stop (t, status));
    }
}

int
main (int argc, char **argv)
{
  struct utsname name;
  if (argc < 3)
    {
      fputs ("usage: record SPEC PROGRAM [ARG...]\n", stderr);
      return 2;
    }
  uname (&name);
  const char *machine = strcmp (name.machine, "x86_64") ? "i386" : "x86_64";
  spec_read (&spec, argv[1], argv + 2, machine);
  signal (SIGPIPE, SIG_IGN);
  say ("kernel %s %s", name.release, machine);
  events_open (&spec);
  handle_signals ();
  end = time (NULL) + spec.limit;
  start (0);
  run ();
  int complete = events_close ();
  if (put_failed)
    return 2;
  if (stopping)
    return 128 + stopping;
  return !complete;
}
