/* watch.c - waits for the program, its partner and all their children.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>

/* Whether all measured processes have ended.  Does not wait for children.  */
static int
finished (void)
{
  return program->has_ended && (!partner->argv || partner->has_ended);
}

static void
note_end (pid_t pid, int status, const struct rusage *usage)
{
  int64_t t = now ();
  struct job *job = pid == program->pid   ? program
                    : pid == partner->pid ? partner
                                          : NULL;
  if (!job)
    return;
  job->ended = t;
  job->status = status;
  job->usage = *usage;
  job->in_time = !keeper_closing;
  job->has_ended = 1;
  if (job->error)
    die ("cannot run '%s': %s; give a program for this architecture",
         job->argv[0], strerror (job->error));
  /* A partner can start too late, but it does start.  */
  if (job == program)
    keeper_start_partner ();
  if (finished ())
    keeper_close ();
}

void
watch (void)
{
  for (;;)
    {
      int status;
      struct rusage usage;
      pid_t pid = wait4 (-1, &status, __WALL, &usage);
      if (pid < 0 && errno == ECHILD)
        return;
      if (pid < 0 && errno != EINTR)
        die ("cannot wait for the program: %m; run it again");
      if (pid < 0)
        continue;
      if (WIFSTOPPED (status))
        {
          trace_stop (pid, status);
          continue;
        }
      trace_gone (pid);
      note_end (pid, status, &usage);
    }
}
