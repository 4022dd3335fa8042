/* output.c - prints what was measured: key, tab, value.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <stdio.h>
#include <sys/wait.h>

static void
number (const char *key, long long value)
{
  if (value < 0)
    printf ("%s\t-\n", key);
  else
    printf ("%s\t%lld\n", key, value);
}

static void
status (const char *prefix, const struct job *job)
{
  printf ("%sstatus\t", prefix);
  if (job == program && tally.steps_exceeded)
    puts ("steps-exceeded");
  else if (!job->pid)
    puts ("not-started");
  else if (!job->in_time)
    puts (tally.steps_exceeded ? "killed" : "timeout");
  else if (WIFSIGNALED (job->status))
    printf ("signal %d\n", WTERMSIG (job->status));
  else
    printf ("exit %d\n", WEXITSTATUS (job->status));
}

static void
bytes (const char *prefix, const struct job *job)
{
  printf ("%sstdout-bytes\t%lld\n", prefix, job->stream[0].total);
  printf ("%sstderr-bytes\t%lld\n", prefix, job->stream[1].total);
}

static long long
microseconds (struct timeval t)
{
  return t.tv_sec * 1000000LL + t.tv_usec;
}

/* The kernel includes in the peak of a process its size before exec, which
   is that of measure: a value that is not larger is meaningless.  */
static void
usage (const struct rusage *u)
{
  struct rusage own;
  getrusage (RUSAGE_SELF, &own);
  number ("peak-kib", u->ru_maxrss > own.ru_maxrss ? u->ru_maxrss : -1);
  number ("faults", u->ru_minflt + u->ru_majflt);
  number ("major-faults", u->ru_majflt);
  number ("user-us", microseconds (u->ru_utime));
  number ("system-us", microseconds (u->ru_stime));
}

static void
traced (void)
{
  number ("peak-kib", tally.peak);
  number ("faults", tally.faults);
  number ("major-faults", tally.major_faults);
  number ("calls-before-main", tally.calls_before_main);
}

static void
counted (void)
{
  number ("instructions", tally.instructions);
  number ("instructions-vdso", tally.vdso);
  number ("instructions-before-main", tally.instructions_before_main);
  number ("calls", tally.calls);
  number ("calls-before-main", tally.calls_before_main);
}

/* A line for every run.  */
void
output_time (void)
{
  number ("time-ns", program->ended - program->began);
}

void
output (void)
{
  status ("", program);
  if (options.mode == RUN)
    usage (&program->usage);
  if (options.mode == TRACE)
    traced ();
  if (options.mode == COUNT)
    counted ();
  if (options.mode != RUN)
    {
      number ("processes", tally.processes);
      number ("threads", tally.threads);
    }
  bytes ("", program);
  if (partner->argv)
    {
      status ("partner-", partner);
      bytes ("partner-", partner);
    }
}
