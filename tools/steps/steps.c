/* steps.c - counts the instructions of each call of some functions.  */
/* SPDX-License-Identifier: MIT */

/* usage: steps [-a] PROGRAM FUNCTION...

   Runs a static program (i386 or x86_64, static-pie too) by ptrace.  Each
   call of a FUNCTION gives a line: its name, the instructions from the
   caller's call to the final ret, both and the kernel entry included, those
   in the vdso apart, the result, a long or on i386 an int, and how often it
   entered the kernel; tabs between.  Where C made an int of it, an x86_64
   result has anything above 32 bits.  With -a the address of each
   instruction outside the vdso goes before that line, as linked and in
   decimal, on a line of its own after a tab; the caller's call is not among
   them.  Exits as PROGRAM does; 2, and a line on stderr, if that cannot
   be.  */

#include "../trace/process.h"
#include "../trace/symbols.h"
#include "tracee.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static struct function
{
  const char *name;
  uint64_t address;
} *functions;
static int count;
static int addresses; /* -a  */
static pid_t pid;
static size_t word_size;
static uint64_t slide; /* Where it lies, less where it was linked.  */
static uint64_t vdso, vdso_end;

void
die (const char *format, ...)
{
  va_list list;
  va_start (list, format);
  fputs ("steps: ", stderr);
  vfprintf (stderr, format, list);
  fputc ('\n', stderr);
  va_end (list);
  tracee_kill ();
  exit (2);
}

static struct function *
function_at (uint64_t address)
{
  for (int i = 0; i < count; i++)
    if (functions[i].address == address)
      return &functions[i];
  return NULL;
}

/* The word of the program at the top of its stack.  */
static uint64_t
top_of_stack (const struct trace_regs *regs)
{
  uint64_t word = 0;
  must (trace_read (pid, regs->value[trace_sp], &word, word_size),
        "reading memory");
  return word;
}

/* One instruction, at IP: counts it.  */
static void
count_one (uint64_t ip, long *here, long *in_vdso, long *entries)
{
  int enters = trace_enters_kernel (pid, ip);
  must (enters, "reading memory");
  *entries += enters;
  if (ip >= vdso && ip < vdso_end)
    {
      ++*in_vdso;
      return;
    }
  ++*here;
  if (addresses)
    printf ("\t%lu\n", ip - slide);
}

/* The function is entered: steps until its caller goes on.  Breakpoints are
   out meanwhile, so a call of another function inside is this one's.  */
static void
count_call (const struct function *f, struct trace_regs *regs)
{
  uint64_t entry_sp = regs->value[trace_sp], back = top_of_stack (regs);
  long here = 1, in_vdso = 0, entries = 0;
  tracee_breakpoints (0);
  regs->value[trace_ip] = f->address;
  must (trace_set (pid, regs), "writing registers");
  do
    {
      count_one (regs->value[trace_ip], &here, &in_vdso, &entries);
      if (!tracee_step (f->name))
        return;
      must (trace_get (pid, regs), "reading registers");
    }
  while (regs->value[trace_ip] != back || regs->value[trace_sp] <= entry_sp);
  long result = (long)regs->value[trace_result];
  printf ("%s\t%ld\t%ld\t%ld\t%ld\n", f->name, here, in_vdso,
          word_size == 4 ? (int)result : result, entries);
  tracee_breakpoints (1);
  tracee_give_held_signals ();
}

static void
run (void)
{
  int signal = 0;
  while (tracee_resume (PTRACE_CONT, &signal))
    {
      struct trace_regs regs;
      if (signal != SIGTRAP)
        continue;
      must (trace_get (pid, &regs), "reading registers");
      struct function *f = function_at (regs.value[trace_ip] - 1);
      if (f)
        {
          count_call (f, &regs);
          signal = 0;
        }
    }
}

static void
start (char *path, const struct program *program)
{
  pid = tracee_start (path);
  process_vdso (pid, &vdso, &vdso_end);
  uint64_t entry = process_entry (pid, program->bits);
  if (entry == 0)
    die ("%s: no entry point", path);
  word_size = (size_t)program->bits / 8;
  slide = entry - program->entry;
  for (int i = 0; i < count; i++)
    {
      functions[i].address += slide;
      tracee_add_breakpoint (functions[i].address);
    }
  tracee_breakpoints (1);
}

static void
find_functions (const struct program *program, const char *path, char **names)
{
  functions = calloc ((size_t)count, sizeof *functions);
  if (!functions)
    die ("no memory");
  for (int i = 0; i < count; i++)
    {
      functions[i].name = names[i];
      functions[i].address = program_function (program, names[i]);
      if (!functions[i].address)
        die ("%s: no function '%s'; not linked, or the program is stripped",
             path, names[i]);
    }
}

int
main (int argc, char **argv)
{
  struct program program;
  if (argc > 1 && !strcmp (argv[1], "-a"))
    {
      addresses = 1;
      argc--;
      argv++;
    }
  if (argc < 3)
    {
      fputs ("usage: steps [-a] PROGRAM FUNCTION...\n", stderr);
      return 2;
    }
  /* A program that hangs ends with its tracer.  */
  alarm (300);
  const char *wrong = program_open (&program, argv[1]);
  if (wrong)
    die ("%s: %s", argv[1], wrong);
  count = argc - 2;
  find_functions (&program, argv[1], argv + 2);
  setvbuf (stdout, NULL, addresses ? _IOFBF : _IOLBF, 0);
  start (argv[1], &program);
  run ();
  if (WIFSIGNALED (tracee_status))
    die ("%s: killed by signal %d", argv[1], WTERMSIG (tracee_status));
  return WEXITSTATUS (tracee_status);
}
