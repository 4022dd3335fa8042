/* signals.c - passes signals on to the command, and its end status back.  */
/* SPDX-License-Identifier: MIT */

#include "signals.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static const int passed_on[] = {
  SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM,
};
#define PASSED_ON (sizeof passed_on / sizeof *passed_on)

static volatile pid_t child;

/* A terminal signals the whole process group, the child included.  An alarm
   that was set before as-if was started is delivered only here.  */
static void
pass_on (int signal, siginfo_t *info, void *context)
{
  int saved = errno;
  (void)context;
  if ((info->si_code != SI_KERNEL || signal == SIGALRM)
      && info->si_pid != child)
    kill (child, signal);
  errno = saved;
}

/* A signal that was ignored, as under nohup, stays ignored.  */
void
signals_pass_to (pid_t pid)
{
  struct sigaction new, old;
  child = pid;
  memset (&new, 0, sizeof new);
  new.sa_sigaction = pass_on;
  new.sa_flags = SA_SIGINFO | SA_RESTART;
  for (size_t i = 0; i < PASSED_ON; i++)
    if (sigaction (passed_on[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
      sigaction (passed_on[i], &new, NULL);
}

/* Ends as the command did, by the same signal, so that a shell prints the
   same message; only the command dumps core.  */
void
signals_end_like (int status)
{
  struct rlimit none = { 0, 0 };
  sigset_t set;
  if (!WIFSIGNALED (status))
    exit (WEXITSTATUS (status));
  int number = WTERMSIG (status);
  setrlimit (RLIMIT_CORE, &none);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  signal (number, SIG_DFL);
  sigemptyset (&set);
  sigaddset (&set, number);
  sigprocmask (SIG_UNBLOCK, &set, NULL);
  kill (getpid (), number);
  exit (128 + number);
}
