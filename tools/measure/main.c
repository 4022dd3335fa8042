/* main.c - measure: runs one program, and prints its costs.  */
/* SPDX-License-Identifier: MIT */

/* run     Untraced.  Time from just before exec to the end; the rest is from
           its rusage, including the children it waited for.  The peak is "-"
           if it does not exceed that of measure itself.  All but the times
           are those of the last run.
   trace   Stops at exec, new processes and exits, and at calls up to main.
           Faults and peak of the first process, from after exec to its exit.
   count   Single-steps every thread and child to its end, across execve.  A
           repeated string instruction counts as one, and so does a system
           call, again if it is restarted.  "before main" is everything before
           the first process enters the main of the given program; code of
           the vdso is counted separately everywhere.  --to-main kills the
           program at main, --steps after that many instructions.
   In trace and count addresses are not randomized, and a program cannot
   trace; in count, blocking or ignoring SIGTRAP and setting the trap flag
   have no effect, and a handler of SIGTRAP is lost.  The partner is never
   traced.

   The lines are key, tab, value.  The result "timeout" means that the
   process still ran at the time limit.  Children that are left when program
   and partner have ended are killed.  */

#include "measure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

struct options options = { RUN, 20, 1 << 20, 0, 1, 0, 0 };
struct job *program, *partner;
sigset_t first_mask, end_signals;
int is_worker;

void
die (const char *format, ...)
{
  va_list list;
  if (is_worker)
    tree_kill ();
  va_start (list, format);
  fputs ("measure: ", stderr);
  vfprintf (stderr, format, list);
  fputc ('\n', stderr);
  va_end (list);
  fflush (stderr);
  _exit (2);
}

int64_t
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * INT64_C (1000000000) + t.tv_nsec;
}

/* A pipe that took the number of a closed standard stream would be lost.  */
static void
fill_standard_streams (void)
{
  int fd;
  do
    fd = open ("/dev/null", O_RDONLY);
  while (fd >= 0 && fd < 3);
  if (fd < 0)
    die ("cannot open /dev/null: %m; make it");
  close (fd);
}

static void
prepare (void)
{
  program = mmap (NULL, 2 * sizeof *program, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (program == MAP_FAILED)
    die ("there is no memory left; end some programs");
  partner = program + 1;
  fill_standard_streams ();
}

static void
measure_once (int which)
{
  job_prepare (program, which == 0);
  job_prepare (partner, which == 0);
  keeper_start ();
  int error = job_start (program, options.mode != RUN);
  if (error)
    die ("cannot run '%s': %s; give a program for this architecture",
         program->argv[0], strerror (error));
  watch ();
  keeper_stop ();
  if (keeper_signal)
    end_like (keeper_signal);
}

/* A run that ends differently from the first is not repeated.  */
static int
as_before (int run)
{
  static int first;
  if (run == 1)
    first = program->status;
  return run == 0 || (program->in_time && program->status == first);
}

int
main (int argc, char **argv)
{
  prepare ();
  options_read (argc, argv);
  if (options.free_port)
    return free_port ();
  job_check (program);
  job_check (partner);
  front ();
  for (int i = 0; i < options.repeat && as_before (i); i++)
    {
      measure_once (i);
      if (options.mode == RUN)
        output_time ();
    }
  output ();
  if (fflush (stdout) != 0 || ferror (stdout))
    die ("cannot write to standard output: %m; is there room?");
  return 0;
}
