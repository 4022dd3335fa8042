/* start.c - starts a program of the demo, and waits for it.  */
/* SPDX-License-Identifier: MIT */

#include "pair.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  SECONDS = 60,
  WORDS = 12
};

/* Builds the command: the words for HOW, those of the program, and NULL.  */
static void
make_command (const char **words, const char *how, const char *trace_to,
              const char *program, const char *port, const char *count)
{
  static const char by[] = "--by=";
  const char *const strace[]
      = { "strace", "-n", "-e", "trace=%network", "-o", trace_to };
  size_t n = 0;
  if (how && strcmp (how, "--strace") == 0)
    for (; n < sizeof strace / sizeof *strace; n++)
      words[n] = strace[n];
  else if (how && strncmp (how, by, sizeof by - 1) == 0)
    words[n++] = how + sizeof by - 1;
  words[n++] = program;
  words[n++] = port;
  words[n++] = count;
  words[n] = NULL;
}

void
start (struct run *r, const char *how, const char *prefix, const char *program,
       const char *port, const char *count)
{
  char path[4096], trace_to[64];
  const char *words[WORDS];
  r->is_over = 0;
  r->end = time (NULL) + SECONDS;
  r->output = memfd_create ("output", MFD_CLOEXEC);
  r->trace = memfd_create ("trace", 0);
  if (r->output < 0 || r->trace < 0)
    die ("create a memory file");
  snprintf (path, sizeof path, "%s-%s", prefix, program);
  snprintf (trace_to, sizeof trace_to, "/proc/self/fd/%d", r->trace);
  make_command (words, how, trace_to, path, port, count);
  r->pid = fork ();
  if (r->pid < 0)
    die ("start a process");
  if (r->pid > 0)
    return;
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  dup2 (r->output, 1);
  dup2 (r->output, 2);
  execvp (words[0], (char **)words);
  fprintf (stderr, "cannot run %s\n", words[0]);
  _exit (127);
}

int
ended (struct run *r)
{
  int status;
  if (r->is_over)
    return 1;
  if (time (NULL) >= r->end)
    stop (r);
  if (waitpid (r->pid, &status, WNOHANG) != r->pid)
    return 0;
  r->is_over = 1;
  r->status
      = WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
  return 1;
}

/* A terminated tracer terminates its tracee.  */
void
stop (struct run *r)
{
  if (!r->is_over)
    kill (r->pid, SIGTERM);
}
