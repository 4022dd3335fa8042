/* oracle.c - makes calls in a traced program, is their kernel, and judges.  */
/* SPDX-License-Identifier: MIT */

/* usage: oracle ARCH PROGRAM <TABLE

   PROGRAM is oracle-calls.c over some libc.  A line of TABLE for each of its
   calls, in their order: name number arguments zeros operation socketcall.
   operation: that of the second door, 0 if there is none; socketcall: its
   number.  PTRACE_SYSEMU stops at every system call and does not make it; the
   result is what the tracer writes.  So every result there can be is tried,
   and every register seen.  Prints "ok TEXT" or "not ok TEXT".  */

#include "oracle.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static struct call call;

/* The results for both doors, and the full range for the first call of each
   shape, as all stubs of one shape have the same code.  */
static const long spread[] =
{
  -1, -2, -9, -37, -38, -39, -124, -125, -126, -128, -129, -132, -133, -255,
  -256, -512, -513, -516, -1024, -2048, -4094, -4095,
  -4096, -4097, -5000, -65536, INT32_MIN, 0, 1, 2, 4095, 4096, INT32_MAX,
#define NARROW 33
  1L << 31, 0xfffff000, 0xfffff001, 0xffffffda, 0xffffffff, 1L << 32,
  INT64_MAX, INT64_MIN, -(1L << 32), -(1L << 32) - 1
};
#define WIDE (int) (sizeof spread / sizeof *spread)

static void
expect_door (const struct trap *trap, int i)
{
  int second = i > 0;
  judge (trap->nr == (second ? call.socketcall : call.number),
	 "number %ld in place of %d", trap->nr,
	 second ? call.socketcall : call.number);
  if (second)
    {
      judge (trap->args[0] == (uint64_t) call.operation,
	     "operation %ld in place of %d", (long) trap->args[0],
	     call.operation);
      judge (trap->args[1] == call_arguments (),
	     "the arguments at %#lx, not at %#lx", trap->args[1],
	     call_arguments ());
      for (int k = 0; k < call.args; k++)
	judge (word_at (trap->args[1] + (uint64_t) (k * word_size))
	       == sentinel (k), "argument %d of socketcall", k + 1);
      return;
    }
  for (int k = 0; k < call.args + call.zeros; k++)
    {
      uint64_t want = k < call.args ? sentinel (k) : 0;
      judge (trap->args[k] == want, "argument %d is %#lx, not %#lx", k + 1,
	     trap->args[k], want);
    }
}

/* One call whose doors answer FIRST and SECOND.  */
static void
try_results (long first, long second)
{
  struct trap trap;
  int doors = 0, two = call.operation && first == -ENOSYS;
  long result = two ? second : first;
  begin_call (&call);
  while (next_trap (&trap))
    {
      judge (doors <= two, "system call %ld too many", trap.nr);
      expect_door (&trap, doors > 0);
      answer (doors > 0 ? second : first);
      if (++doors > 4)
	return;
    }
  judge (doors == two + 1, "%d system calls of %d", doors, two + 1);
  int failed = result < 0 && result >= -4095;
  end_call (failed ? -1 : result, failed ? (int) -result : POISON);
}

/* What is judged together has one line.  */
static void
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
  for (int i = 0; i < n; i++, tried++)
    try_results (spread[i], -9);
  for (long e = whole ? 1 : 4096; e < 4096; e++, tried++)
    try_results (-e, 3);
  report (call.operation ? "first door" : call.zeros ? "its door, zeros added"
	  : "its door", tried);
  if (!call.operation)
    return;
  tried = 0;
  for (int i = 0; i < n; i++, tried++)
    try_results (-ENOSYS, spread[i]);
  for (long e = whole ? 1 : 4096; e < 4096; e++, tried++)
    try_results (-ENOSYS, -e);
  report ("second door", tried);
}

int
main (int argc, char **argv)
{
  static char seen[8][8][2];
  char line[256];
  if (argc != 3)
    return 2;
  start_program (argv[1], argv[2]);
  for (call.index = 0; fgets (line, sizeof line, stdin); call.index++)
    {
      if (sscanf (line, "%63s %d %d %d %d %d", call.name, &call.number,
		  &call.args, &call.zeros, &call.operation, &call.socketcall)
	  != 6 || call.args + call.zeros > 6)
	die ("the table: %s", line);
      char *shape = &seen[call.args][call.zeros][call.operation > 0];
      try_call (!*shape);
      *shape = 1;
    }
  return call.index == 0;
}
