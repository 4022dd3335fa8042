/* run.c - runs the cases, each in a process of its own, several at a time.  */
/* SPDX-License-Identifier: MIT */

#include "harness.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_JOBS 64

static struct job
{
  int pid; /* 0: free.  */
  struct report *report;
  int answers; /* Given in the run before, by --mutate.  */
  long long deadline;
} jobs[MAX_JOBS];

static sigset_t awaited, before;

static long long
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whether there may be a process for it later: the user has no more now, and
   others are still to end.  */
static int
may_wait (const struct job *mine)
{
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job != mine && job->pid)
      return mine->pid == -EAGAIN;
  return 0;
}

static void
start (struct job *job, struct report *r)
{
  int runner = getpid ();
  job->report = r;
  job->deadline = now () + options.timeout * 1000LL;
  put_flush (&out);
  job->pid = fork ();
  if (job->pid == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      setpgid (0, 0);
      if (getppid () != runner)
        _exit (0);
      rt_sigprocmask (SIG_SETMASK, &before, 0, sizeof before);
      run_case (r);
    }
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

/* Nothing of a case stays: processes, then files.  */
static void
clean_up (struct job *job)
{
  char room[108];
  struct report *r = job->report;
  kill (-job->pid, SIGKILL);
  while (wait4 (-job->pid, 0, __WALL, 0) > 0)
    ;
  for (int i = 0; r->folder && i < MAX_FILES && r->files[i][0]; i++)
    unlink (folder_name (r->folder, r->files[i], room));
  if (r->folder)
    rmdir (folder_name (r->folder, 0, room));
  r->folder = 0;
  memset (r->files, 0, sizeof r->files);
}

/* What became of a case that has not said so itself.  */
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
      return;
    }
  put_signal (&got, WTERMSIG (status));
  put (&got, r->inside ? " in the call" : " after the call");
}

static void
reset (struct report *r, int alter)
{
  memset (&r->result, 0, sizeof *r - offsetof (struct report, result));
  r->call = CALL_NONE;
  r->alter = alter;
}

/* By --mutate a case that is right runs once more, with the opposite of the
   last answer: it must not be right again.  A second time if it made fewer
   calls.  Whether the job goes on.  */
static int
mutate (struct job *job)
{
  struct report *r = job->report;
  int calls = r->calls;
  if (!options.mutate || r->result == SKIPPED)
    return 0;
  if (r->alter == 0 || (r->result == OK && calls < r->alter))
    {
      if (r->result != OK || calls == 0)
        {
          r->survived = r->result == OK;
          return 0;
        }
      reset (r, calls);
      start (job, r);
      if (!job->pid)
        r->result = SKIPPED;
      return job->pid != 0;
    }
  r->survived = r->result == OK;
  if (!r->survived)
    r->result = OK;
  return 0;
}

static void
ended (int pid, int status)
{
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job->pid == pid)
      {
        judge (job->report, status);
        clean_up (job);
        if (!mutate (job))
          job->pid = 0;
        return;
      }
}

static void
end_late_ones (void)
{
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job->pid && job->report->result == RUNNING && now () > job->deadline)
      {
        struct report *r = job->report;
        struct out got = OUT_TO (r->got), expected = OUT_TO (r->expected);
        put (&expected, "an answer");
        put (&got, "none in ");
        put_number (&got, options.timeout);
        put (&got, r->inside ? " s, in the call" : " s");
        r->result = HUNG;
        kill (-job->pid, SIGKILL);
      }
    else if (job->pid && now () > job->deadline + 1000)
      kill (-job->pid, SIGKILL);
}

/* Until a case ends, or a quarter of a second passes.  A signal that ends the
   runner ends all of it first.  */
static void
wait_for_one (void)
{
  const struct timespec quarter = { 0, 250000000 };
  int sig = rt_sigtimedwait (&awaited, 0, &quarter, sizeof awaited);
  int pid, status;
  while ((pid = wait4 (-1, &status, WNOHANG | __WALL, 0)) > 0)
    ended (pid, status);
  end_late_ones ();
  if (sig <= 0 || sig == SIGCHLD)
    return;
  for (struct job *job = jobs; job < jobs + options.jobs; job++)
    if (job->pid)
      clean_up (job);
  put_flush (&out);
  _exit (128 + sig);
}

static int
free_job (void)
{
  for (int i = 0; i < options.jobs; i++)
    if (!jobs[i].pid)
      return i;
  return -1;
}

void
run_all (struct report *reports, int count,
         void (*done) (struct report *, int))
{
  int begun = 0, told = 0;
  sigemptyset (&awaited);
  sigaddset (&awaited, SIGCHLD);
  sigaddset (&awaited, SIGINT);
  sigaddset (&awaited, SIGTERM);
  sigaddset (&awaited, SIGHUP);
  sigaddset (&awaited, SIGPIPE);
  rt_sigprocmask (SIG_BLOCK, &awaited, &before, sizeof before);
  prctl (PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L);
  while (told < count)
    {
      int i;
      while (begun < count && (i = free_job ()) >= 0)
        {
          struct report *r = &reports[begun++];
          if (r->result == SKIPPED)
            continue;
          reset (r, 0);
          start (&jobs[i], r);
          if (!jobs[i].pid && r->result == RUNNING)
            {
              begun--;
              break;
            }
        }
      for (; told < begun; told++)
        {
          for (i = 0; i < options.jobs; i++)
            if (jobs[i].pid && jobs[i].report == &reports[told])
              break;
          if (i < options.jobs)
            break;
          done (&reports[told], told + 1);
        }
      if (told < begun)
        wait_for_one ();
    }
  while (wait4 (-1, 0, WNOHANG | __WALL, 0) > 0)
    ;
}
