/* oracle.c - makes calls in a traced program, acting as its kernel.  */
/* SPDX-License-Identifier: MIT */

/* usage: oracle ARCH PROGRAM whole|spread TABLE [SCRIPTS]

   PROGRAM is oracle-calls.c with some libc.  TABLE has a line for each of its
   calls, in their order, as stubs.awk prints it; SCRIPTS is what
   oracle-fallback.awk makes of oracle-fallback.txt for the route of PROGRAM.
   PTRACE_SYSEMU stops at every system call and does not make it; the tracer
   writes the result.  So every possible result is tried, and every register
   checked.  whole: all errors for the first call of each shape.  Prints "ok
   TEXT" or "not ok TEXT".  */

#include "oracle.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct call calls[MAX_CALLS], call;
int count;

/* The results for both paths, and the full range for the first call of each
   shape, as all stubs of one shape have the same code.  */
static const long spread[]
    = { -1,       -2,         -9,         -22,         -37,
        -38,      -39,        -124,       -125,        -126,
        -128,     -129,       -132,       -133,        -255,
        -256,     -512,       -513,       -516,        -1024,
        -2048,    -4094,      -4095,      -4096,       -4097,
        -5000,    -65536,     INT32_MIN,  0,           1,
        2,        4095,       4096,       INT32_MAX,   -92,
#define NARROW 35
        1L << 31, 0xfffff000, 0xfffff001, 0xffffffda,  0xffffffff,
        1L << 32, INT64_MAX,  INT64_MIN,  -(1L << 32), -(1L << 32) - 1 };
#define WIDE (int)(sizeof spread / sizeof *spread)

static void
expect_socketcall (const struct trap *trap)
{
  judge (trap->nr == call.socketcall, "number %ld in place of %d", trap->nr,
         call.socketcall);
  judge (trap->args[0] == (uint64_t)call.operation,
         "operation %ld in place of %d", (long)trap->args[0], call.operation);
  judge (trap->args[1] == call_arguments (),
         "the arguments at %#lx, not at %#lx", trap->args[1],
         call_arguments ());
  for (int k = 0; k < call.args; k++)
    judge (word_at (call_arguments () + (uint64_t)(k * word_size))
               == sentinel (k),
           "argument %d of socketcall", k + 1);
}

static void
expect_direct (const struct trap *trap)
{
  judge (trap->nr == call.number, "number %ld in place of %d", trap->nr,
         call.number);
  for (int k = 0; k < call.args + call.zeros; k++)
    {
      uint64_t want = k < call.args ? sentinel (k) : 0, got = trap->args[k];
      if (strchr (call.narrow, '1' + k))
        got = (uint32_t)got, want = (uint32_t)want;
      judge (got == want, "argument %d is %#lx, not %#lx", k + 1, got, want);
    }
}

/* Returns whether the stub jumps to C on this result of the first path, or an
   inline call to the function (CT).  */
static int
goes_to_c (long answer)
{
  return *call.otherwise == 'C'
         && (answer == -ENOSYS || (*call.first == 's' && answer == -EINVAL)
             || (call.otherwise[1] == 'T' && answer == -ENOPROTOOPT));
}

/* Makes one call; the results of its paths are FIRST and SECOND.  */
static void
try_results (long first, long second)
{
  struct trap trap;
  int made = 0, paths = 1;
  long result = first;
  if (*call.first == '-')
    {
      paths = 0;
      result = -ENOSYS;
    }
  else if (*call.second != '-' && first == -ENOSYS)
    {
      paths = 2;
      result = second;
    }
  begin_call (&call);
  while (next_trap (&trap))
    {
      judge (made < paths, "system call %ld too many", trap.nr);
      if (*(made > 0 ? call.second : call.first) == 's')
        expect_socketcall (&trap);
      else
        expect_direct (&trap);
      answer (made > 0 ? second : first);
      if (++made > 4)
        return;
    }
  judge (made == paths, "%d system calls of %d", made, paths);
  int failed = result < 0 && result >= -4095 && *call.otherwise != 'R';
  end_call (failed ? -1 : result, failed ? (int)-result : POISON,
            !*call.narrow               ? BY_STUB
            : strchr (call.narrow, 'R') ? BY_C_INT
                                        : BY_C);
}

/* Prints one line for all that was judged since the last one.  */
void
report (const char *what, long tried)
{
  const char *trouble = judged ();
  if (trouble || tried == 0)
    printf ("not ok %s: %s: %s\n", call.name, what,
            trouble ? trouble : "nothing tried");
  else
    printf ("ok %s: %s, %ld results\n", call.name, what, tried);
}

static void
try_call (int whole)
{
  int n = word_size == 8 ? WIDE : NARROW;
  long tried = 0;
  char text[64];
  if (*call.first == '-')
    {
      if (*call.otherwise == 'C')
        return; /* The scripts test C.  */
      try_results (0, 0);
      report ("no path", 1);
      return;
    }
  for (int i = 0; i < n; i++)
    if (!goes_to_c (spread[i]))
      {
        try_results (spread[i], -9);
        tried++;
      }
  for (long e = whole ? 1 : 4096; e < 4096; e++)
    if (!goes_to_c (-e))
      {
        try_results (-e, 3);
        tried++;
      }
  snprintf (text, sizeof text, "%s%s%s",
            *call.second == '-' ? "its path, " : "first path, ", call.first,
            *call.first == 'd' && call.zeros ? ", zeros added" : "");
  report (text, tried);
  if (*call.second == '-')
    return;
  tried = 0;
  for (int i = 0; i < n; i++, tried++)
    try_results (-ENOSYS, spread[i]);
  for (long e = whole ? 1 : 4096; e < 4096; e++, tried++)
    try_results (-ENOSYS, -e);
  snprintf (text, sizeof text, "second path, %s%s", call.second,
            *call.second == 'd' && call.zeros ? ", zeros added" : "");
  report (text, tried);
}

int
main (int argc, char **argv)
{
  static char seen[8][8][2][2];
  char line[256];
  FILE *table;
  if (argc < 5)
    return 2;
  /* A program that hangs ends with its tracer.  */
  alarm (300);
  start_program (argv[1], argv[2]);
  int whole = !strcmp (argv[3], "whole");
  table = fopen (argv[4], "re");
  while (table && fgets (line, sizeof line, table) && count < MAX_CALLS)
    {
      call.index = count;
      *call.narrow = '\0';
      if (sscanf (line, "%63s %63s %d %d %d %d %d %15s %15s %7s %15s %7s",
                  call.name, call.call, &call.number, &call.args, &call.zeros,
                  &call.operation, &call.socketcall, call.first, call.second,
                  call.otherwise, call.entry, call.narrow)
              < 11
          || call.args + call.zeros > 6)
        die ("the table: %s", line);
      calls[count++] = call;
    }
  for (int i = 0; i < count; i++)
    {
      call = calls[i];
      char *shape = &seen[call.args][call.zeros][*call.second != '-']
                         [*call.first == 's'];
      try_call (whole && !*shape);
      *shape = 1;
    }
  for (int i = 0; argc > 5 && i < count; i++)
    if (*calls[i].otherwise == 'C' || *calls[i].otherwise == 'T')
      play_scripts (argv[1], argv[2], argv[5], i);
  return count == 0;
}
