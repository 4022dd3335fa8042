/* plan.c - the runner's plan, and one run of a driver.  */
/* SPDX-License-Identifier: MIT */

#include "runner.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A run takes milliseconds; the alarm ends one in a call that never
   returns.  It is preserved across exec.  */
#define SECONDS_OF_RUN 5

void
die (const char *format, ...)
{
  va_list list;
  va_start (list, format);
  fputs ("trapgate bench: ", stderr);
  vfprintf (stderr, format, list);
  fputc ('\n', stderr);
  va_end (list);
  exit (2);
}

static struct run
read_run (const char *file, unsigned int line, const char *text)
{
  struct run run = { 0 };
  char arch[32], impl[64], kind[16], item[32], repeat[16];
  int words, all = 0;
  if (sscanf (text, "%31s %63s %15s %31s %15s%n %ms%n", arch, impl, kind, item,
              repeat, &words, &run.program, &all)
          != 6
      || text[all])
    die ("%s:%u: is not: ARCH IMPLEMENTATION KIND ITEM REPEAT PROGRAM", file,
         line);
  run.words = strndup (text, words);
  run.item = strdup (item);
  if (!run.words || !run.item)
    die ("no memory");
  return run;
}

struct run *
read_plan (const char *name, unsigned int *n)
{
  FILE *file = fopen (name, "r");
  struct run *plan = NULL;
  char text[4096];
  if (!file)
    die ("%s: %s", name, strerror (errno));
  for (*n = 0; fgets (text, sizeof text, file); ++*n)
    {
      plan = realloc (plan, (*n + 1) * sizeof *plan);
      if (!plan)
        die ("no memory");
      text[strcspn (text, "\n")] = 0;
      plan[*n] = read_run (name, *n + 1, text);
    }
  if (!*n || ferror (file))
    die ("%s: there is nothing to run", name);
  fclose (file);
  return plan;
}

static void
become (const struct run *run, unsigned int rounds, int out)
{
  char number[16];
  snprintf (number, sizeof number, "%u", rounds);
  alarm (SECONDS_OF_RUN);
  dup2 (out, STDOUT_FILENO);
  execl (run->program, run->program, run->item, number, (char *)NULL);
  fprintf (stderr, "trapgate bench: %s: %s\n", run->program, strerror (errno));
  _exit (2);
}

void
run_driver (const struct run *run, unsigned int rounds, uint64_t *samples)
{
  size_t want = rounds * 2 * sizeof *samples, have = 0;
  ssize_t got;
  int ends[2], status;
  pid_t child;
  if (pipe (ends))
    die ("pipe: %s", strerror (errno));
  child = fork ();
  if (child < 0)
    die ("fork: %s", strerror (errno));
  if (!child)
    {
      close (ends[0]);
      become (run, rounds, ends[1]);
    }
  close (ends[1]);
  while (have < want
         && (got = read (ends[0], (char *)samples + have, want - have)) > 0)
    have += got;
  close (ends[0]);
  if (waitpid (child, &status, 0) != child)
    die ("waitpid: %s", strerror (errno));
  if (WIFSIGNALED (status))
    die ("%s: %s: ended by signal %d (%s)", run->words, run->program,
         WTERMSIG (status), strsignal (WTERMSIG (status)));
  if (WEXITSTATUS (status) || have != want)
    die ("%s: %s: exit status %d, %zu of %zu bytes", run->words, run->program,
         WEXITSTATUS (status), have, want);
}
