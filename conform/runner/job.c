/* job.c - runs one case in a process of its own, and evaluates its status.  */
/* SPDX-License-Identifier: MIT */

#include "job.h"

#include "account.h"
#include "text.h"
#include "options.h"
#include "process.h"

#include <errno.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct job jobs[MAX_JOBS];
sigset_t job_mask;

long long
job_now (void)
{
  struct timespec t = { 0 };
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whether fork may succeed later: the limit of processes is reached, and other
   jobs have still to end.  */
static int
may_wait (const struct job *mine)
{
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job != mine && job->pid)
      return mine->pid == -EAGAIN;
  return 0;
}

/* Only the runner writes to standard output: the messages of an emulator go to
   standard error.  */
static void
be_the_case (struct report *r, int runner)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  setpgid (0, 0);
  int parent = getppid ();
  if (parent >= 0 && parent != runner)
    _exit (0);
  dup2 (2, 1);
  rt_sigprocmask (SIG_SETMASK, &job_mask, 0, sizeof job_mask);
  run_case (r);
}

void
job_start (struct job *job, struct report *r)
{
  int runner = getpid ();
  job->report = r;
  job->deadline = job_now () + options.timeout * 1000LL;
  job->killed = 0;
  job->pid = fork ();
  if (job->pid == 0)
    be_the_case (r, runner);
  if (job->pid > 0)
    {
      setpgid (job->pid, job->pid);
      return;
    }
  if (!may_wait (job))
    {
      struct out why = OUT_TO (r->why);
      put (&why, "no process for it: ");
      put_result (&why, job->pid);
      r->result = SKIPPED;
    }
  job->pid = 0;
}

/* A killed process ends within a second, or never.  */
static void
reap_group (int group)
{
  const struct timespec moment = { 0, 10000000 };
  for (int left = 100; left > 0;)
    {
      int got = wait4 (-group, 0, WNOHANG | __WALL, 0);
      if (got < 0)
        return;
      if (got == 0)
        {
          nanosleep (&moment, 0);
          left--;
        }
    }
}

void
job_clean_up (struct job *job)
{
  char room[108];
  struct report *r = job->report;
  kill (-job->pid, SIGKILL);
  reap_group (job->pid);
  for (int i = 0; r->directory && i < MAX_FILES && r->files[i][0]; i++)
    unlink (directory_name (r->directory, r->files[i], room));
  if (r->directory)
    rmdir (directory_name (r->directory, 0, room));
  r->directory = 0;
  memset (r->files, 0, sizeof r->files);
}

/* The position of the process when it ended.  */
static void
put_location (struct out *o, const struct report *r)
{
  put (o, r->call == CALL_NONE ? ", before any call"
          : r->inside          ? ", in the call"
                               : ", after the call");
}

/* The result of a case that ended without one.  */
static void
judge (struct report *r, int status)
{
  struct out got = OUT_TO (r->got), expected = OUT_TO (r->expected);
  if (r->result != RUNNING)
    return;
  r->result = CRASHED;
  put (&expected, "an answer");
  if (!WIFSIGNALED (status))
    {
      put (&got, "the process ended with status ");
      put_number (&got, WEXITSTATUS (status));
    }
  else
    put_signal (&got, WTERMSIG (status));
  put_location (&got, r);
}

static void
again (struct job *job, int alter)
{
  struct report *r = job->report;
  memset (&r->result, 0, sizeof *r - offsetof (struct report, result));
  r->call = CALL_NONE;
  r->alter = alter;
  job->pid = 0;
  job_start (job, r);
}

/* The result of the second run, derived from the first, if a check received
   the result of the last call unchanged.  */
static int
would_fail (struct report *r)
{
  if (r->seen == 0 || r->seen != r->calls)
    return 0;
  struct out got = OUT_TO (r->got), expected = OUT_TO (r->expected);
  if (r->seen_want)
    put (&expected, r->seen_want);
  else
    put_result (&expected, r->seen_answer);
  put_result (&got, conform_opposite (r->seen_answer));
  r->line = r->seen_line;
  r->file = r->seen_file;
  return 1;
}

/* The case passed or was skipped with the opposite of its last result, so
   it does not check that.  */
static void
survived (struct report *r)
{
  struct out got = OUT_TO (r->got), expected = OUT_TO (r->expected);
  put (&expected, "a check to fail, the last answer being false");
  put (&got, r->result == OK ? "all checks passed" : "skipped: ");
  put (&got, r->result == OK ? "" : r->why);
  r->result = SURVIVED;
}

/* With --mutate a case that passed runs again with the opposite of its last
   result, and must fail; and once more if it made fewer calls.  Whether the
   job continues.  */
static int
mutate (struct job *job)
{
  struct report *r = job->report;
  int first = r->alter == 0, calls = r->calls;
  if (!options.mutate || (first && (r->result != OK || would_fail (r))))
    return 0;
  if (calls > 0 && (first || (r->result == OK && calls < r->alter)))
    {
      again (job, calls);
      if (!job->pid && r->result == RUNNING)
        {
          struct out why = OUT_TO (r->why);
          put (&why, "no process for its second run");
          r->result = SKIPPED;
        }
      return job->pid != 0;
    }
  if (r->result == OK || r->result == SKIPPED)
    survived (r);
  else
    r->result = OK;
  return 0;
}

void
job_ended (int pid, int status)
{
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job->pid == pid)
      {
        judge (job->report, status);
        job_clean_up (job);
        if (!mutate (job))
          job->pid = 0;
        return;
      }
}

static void
call_hung (struct job *job)
{
  struct report *r = job->report;
  struct out got = OUT_TO (r->got), expected = OUT_TO (r->expected);
  put (&expected, "an answer");
  put (&got, "none in ");
  put_number (&got, options.timeout);
  put (&got, " s");
  put_location (&got, r);
  r->result = HUNG;
}

/* On a broken kernel no signal may interrupt a call: the other jobs
   continue, and the files of this one remain.  */
static void
give_up (struct job *job)
{
  struct out got = OUT_TO (job->report->got);
  if (job->report->result == HUNG)
    {
      while (got.text[got.used])
        got.used++;
      put (&got, "; it cannot be killed");
    }
  job->pid = 0;
}

void
job_end_late_ones (void)
{
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    {
      long long now = job_now ();
      if (!job->pid || now <= job->deadline)
        continue;
      if (job->report->result == RUNNING)
        call_hung (job);
      kill (-job->pid, SIGKILL);
      if (!job->killed)
        job->killed = now;
      if (now - job->killed > 3000)
        give_up (job);
    }
}
