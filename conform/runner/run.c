/* run.c - runs all cases, several at a time, and reports them in order.  */
/* SPDX-License-Identifier: MIT */

#include "run.h"

#include "job.h"
#include "options.h"
#include "out.h"
#include "progress.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sigset_t ending, awaited;

/* The signal that ended the runner, or 0.  */
static int ended_by;

/* Reports that were failures.  */
static int bad;

static void
end_now (void)
{
  _exit (128 + ended_by);
}

/* A signal that ends the runner kills all jobs first.  A blocked reader
   does not delay it: the rest of the output has a quarter of a second.  */
static void
end_all (int sig)
{
  ended_by = sig;
  out_waits = end_now;
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job->pid)
      kill (-job->pid, SIGKILL);
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job->pid)
      job_clean_up (job);
}

/* Called while standard output is full.  */
static void
check_signals (void)
{
  const struct timespec now = { 0 };
  int sig = rt_sigtimedwait (&ending, 0, &now, sizeof ending);
  if (sig > 0)
    end_all (sig);
}

/* Waits until a case ends or a quarter of a second has passed.  */
static void
wait_for_one (void)
{
  const struct timespec quarter = { 0, 250000000 };
  int sig = rt_sigtimedwait (&awaited, 0, &quarter, sizeof awaited);
  int pid, status;
  while ((pid = wait4 (-1, &status, WNOHANG | __WALL, 0)) > 0)
    job_ended (pid, status);
  job_end_late_ones ();
  if (sig > 0 && sig != SIGCHLD)
    end_all (sig);
  if (sig < 0 && sig != -EAGAIN && sig != -EINTR)
    nanosleep (&(struct timespec){ 0, 10000000 }, 0);
}

static int
free_job (void)
{
  for (int i = 0; i < options.jobs; i++)
    if (!jobs[i].pid)
      return i;
  return -1;
}

/* Fill the free jobs from report BEGUN on; returns the first not yet
   begun.  */
static int
begin_some (struct report *reports, int begun, int count)
{
  int i;
  while (begun < count && (i = free_job ()) >= 0)
    {
      struct report *r = &reports[begun];
      if (r->result != SKIPPED)
        {
          job_start (&jobs[i], r);
          if (!jobs[i].pid && r->result == RUNNING)
            break;
        }
      begun++;
    }
  return begun;
}

static int
running (void)
{
  int n = 0;
  for (int i = 0; i < options.jobs; i++)
    n += jobs[i].pid != 0;
  return n;
}

static int
still_runs (const struct report *r)
{
  for (int i = 0; i < options.jobs; i++)
    if (jobs[i].pid && jobs[i].report == r)
      return 1;
  return 0;
}

/* Report those that have ended, from report REPORTED to BEGUN, in order;
   returns the first that has not ended, or is not reported.  */
static int
report_some (struct report *reports, int reported, int begun,
             int (*done) (struct report *, int))
{
  if (options.terminal && reported < begun && !still_runs (&reports[reported]))
    progress_hide ();
  while (reported < begun && !ended_by && !still_runs (&reports[reported]))
    {
      reported++;
      bad += done (&reports[reported - 1], reported);
    }
  put_flush (&out);
  return reported;
}

static void
set_up_signals (void)
{
  sigemptyset (&ending);
  sigaddset (&ending, SIGINT);
  sigaddset (&ending, SIGQUIT);
  sigaddset (&ending, SIGTERM);
  sigaddset (&ending, SIGHUP);
  sigaddset (&ending, SIGPIPE);
  awaited = ending;
  sigaddset (&awaited, SIGCHLD);
  rt_sigprocmask (SIG_BLOCK, &awaited, &job_mask, sizeof job_mask);
  out_waits = check_signals;
}

int
run_all (struct report *reports, int count, int (*done) (struct report *, int))
{
  int begun = 0, reported = 0;
  set_up_signals ();
  prctl (PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L);
  put_flush (&out);
  while (reported < count && !ended_by)
    {
      begun = begin_some (reports, begun, count);
      reported = report_some (reports, reported, begun, done);
      if (options.progress)
        progress_show (begun - running (), count, bad);
      if (reported < begun && !ended_by)
        wait_for_one ();
    }
  progress_hide ();
  while (!ended_by && wait4 (-1, 0, WNOHANG | __WALL, 0) > 0)
    ;
  return ended_by;
}
