/* front.c - the parent of the process that does the work.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* The worker has only the children that it measures, whatever children this
   process inherited over execve, and kills them even if this process is
   killed.  */

/* The signals that end us; one that is ignored, as under nohup, stays
   ignored.  */
static void
ending_signals (void)
{
  static const int all[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction old;
  sigemptyset (&end_signals);
  for (int i = 0; i < 3; i++)
    if (sigaction (all[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
      sigaddset (&end_signals, all[i]);
}

/* Ends by the signal that ended the worker, or was sent to it.  */
void
end_like (int number)
{
  sigset_t all;
  signal (number, SIG_DFL);
  sigemptyset (&all);
  sigprocmask (SIG_SETMASK, &all, NULL);
  raise (number);
  _exit (128 + number);
}

static void __attribute__ ((noreturn))
wait_for (pid_t worker)
{
  sigset_t set = end_signals;
  int status, number;
  sigaddset (&set, SIGCHLD);
  while (waitpid (worker, &status, WNOHANG) == 0)
    if (sigwait (&set, &number) == 0 && number != SIGCHLD)
      kill (worker, number);
  if (WIFSIGNALED (status))
    end_like (WTERMSIG (status));
  _exit (WEXITSTATUS (status));
}

void
front (void)
{
  sigset_t set;
  pid_t self = getpid ();
  ending_signals ();
  signal (SIGCHLD, SIG_DFL);
  set = end_signals;
  sigaddset (&set, SIGCHLD);
  sigprocmask (SIG_BLOCK, &set, &first_mask);
  pid_t worker = fork ();
  if (worker < 0)
    die ("cannot make a process: %m; end some");
  if (worker > 0)
    wait_for (worker);
  prctl (PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);
  if (getppid () != self)
    _exit (2);
  sigaddset (&end_signals, SIGTERM);
  sigprocmask (SIG_BLOCK, &end_signals, NULL);
  prctl (PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  is_worker = 1;
}
