/* main.c - measure: runs one program, and says what it cost.  */
/* SPDX-License-Identifier: MIT */

/* run     Untraced.  Time from just before exec to the end; the rest is from
           its rusage, with the children it waited for: the peak is "-" if
           that cannot be told from measure's own.  All but the times is of
           the last run.
   trace   Stops at exec, new processes and exits, and at calls up to main.
           Faults and peak of the first process, from after exec to its exit.
   count   Every thread and child is single-stepped, each to its end, an
           execve included.  A repeated string instruction counts one, and so
           does a system call, again if it is restarted.  "before main" is
           what came before the first process entered the main of the program
           given; code of the vdso is counted apart everywhere.  --to-main ends
           it there, as --steps does.
   In trace and count addresses are not randomized, and a program cannot
   trace; in count one that blocks or ignores SIGTRAP, or sets the trap flag,
   finds that undone, and a handler of SIGTRAP lost.  The partner is never
   traced.

   The lines are key, tab, value.  "timeout" is what still ran then.  Children
   that are left when program and partner have ended are killed.  */

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

/* A pipe in the place of a missing standard stream would be lost.  */
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

/* What ends otherwise than the first run is not run again.  */
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
