/* steps.c - counts the instructions of each call of some functions.  */
/* SPDX-License-Identifier: MIT */

/* usage: steps [-a] PROGRAM FUNCTION...

   Steps through a static program (i386 or x86_64, static-pie too) from its
   main on; threads that it makes before, in a constructor, are not traced.
   Prints a line for each call of a FUNCTION: its name, the instructions from
   the caller's call to the final ret, both and the kernel entry included,
   those in the vdso apart, the result, a long or on i386 an int, and how often
   it entered the kernel; tabs between.  Where C made an int of it, the high
   half of an x86_64 result is undefined.  With -a the address of each
   instruction outside the vdso is printed before that line, as linked and in
   decimal, on a line of its own after a tab; the caller's call is not among
   them.  Exits as PROGRAM does, or with 2 and a line on stderr on an error. */

#include "../ptrace/process.h"
#include "../ptrace/symbols.h"
#include "../ptrace/trace.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
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
static int status; /* As returned by waitpid.  */
static size_t word_size;
static uint64_t slide; /* Load address minus link address.  */
static uint64_t vdso, vdso_end;
static uint64_t held; /* Bit S - 1 is signal S.  */

/* The call being counted; none if function is null.  */
static const struct function *inside;
static uint64_t entry_sp, back;
static long here, in_vdso, entries;

static void __attribute__ ((noreturn, format (printf, 1, 2)))
die (const char *format, ...)
{
  va_list list;
  va_start (list, format);
  fputs ("steps: ", stderr);
  vfprintf (stderr, format, list);
  fputc ('\n', stderr);
  va_end (list);
  if (pid > 0)
    kill (pid, SIGKILL);
  exit (2);
}

static void
must (long result, const char *what)
{
  if (result < 0)
    die ("%s: %s", what, strerror (errno));
}

/* Whether IP is the first instruction of a function.  */
static void
enter (uint64_t ip)
{
  struct trace_regs regs;
  for (int i = 0; i < count && !inside; i++)
    if (functions[i].address == ip)
      inside = &functions[i];
  if (!inside)
    return;
  must (trace_get (pid, &regs), "reading registers");
  entry_sp = regs.value[trace_sp];
  back = 0;
  must (trace_read (pid, entry_sp, &back, word_size), "reading memory");
  here = 1;
  in_vdso = entries = 0;
}

/* The caller continues; nested calls of other functions count as part of
   this call.  */
static void
leave (const struct trace_regs *regs)
{
  long result = (long)regs->value[trace_result];
  printf ("%s\t%ld\t%ld\t%ld\t%ld\n", inside->name, here, in_vdso,
          word_size == 4 ? (int)result : result, entries);
  inside = NULL;
  for (int signal = 1; signal <= 64; signal++)
    if (held >> (signal - 1) & 1)
      syscall (SYS_tgkill, pid, pid, signal);
  held = 0;
}

/* The next instruction to be executed is at IP.  */
static void
look (uint64_t ip)
{
  struct trace_regs regs;
  if (inside && ip == back)
    {
      must (trace_get (pid, &regs), "reading registers");
      if (regs.value[trace_sp] > entry_sp)
        leave (&regs);
    }
  if (!inside)
    enter (ip);
  if (!inside)
    return;
  int enters = trace_enters_kernel (pid, ip);
  must (enters, "reading memory");
  entries += enters;
  if (ip >= vdso && ip < vdso_end)
    in_vdso++;
  else
    here++;
  if (addresses && !(ip >= vdso && ip < vdso_end))
    printf ("\t%lu\n", ip - slide);
}

/* Handles a stop with STATUS; returns the signal to resume with.  */
static int
stopped (void)
{
  uint64_t ip = 0;
  int signal = trace_signal (status);
  if (status >> 16 == PTRACE_EVENT_CLONE)
    die ("the program makes threads; their calls cannot be told apart");
  if (status >> 16 == PTRACE_EVENT_EXEC)
    {
      count = 0;
      inside = NULL;
    }
  if (status >> 16)
    return 0;
  enum trace_step step = signal == SIGTRAP ? trace_step (pid, &ip) : TRACE_OWN;
  if (step != TRACE_OWN)
    {
      /* Our next signal would reset a handler that blocks it.  */
      if (step == TRACE_HANDLER)
        trace_unblock (pid, SIGTRAP);
      look (ip);
      return 0;
    }
  if (!inside)
    return signal;
  if (signal == SIGSEGV || signal == SIGBUS || signal == SIGILL
      || signal == SIGFPE)
    die ("signal %d in %s", signal, inside->name);
  held |= 1ULL << (signal - 1);
  return 0;
}

/* The thread that the program has made runs on by itself.  */
static void
let_go (void)
{
  unsigned long thread;
  int stop;
  must (ptrace (PTRACE_GETEVENTMSG, pid, 0, &thread), "a new thread");
  must (waitpid ((pid_t)thread, &stop, __WALL), "a new thread");
  must (ptrace (PTRACE_DETACH, thread, 0, 0), "a new thread");
}

/* Without a debug register it is stepped from its first instruction.  */
static void
run_to (uint64_t main)
{
  siginfo_t info;
  int signal = 0;
  if (!main || trace_stop_at (pid, main, 0) != 0)
    return;
  for (;;)
    {
      status = trace_run (pid, PTRACE_CONT, signal);
      must (status, "waitpid");
      if (!WIFSTOPPED (status))
        return;
      if (status >> 16 == PTRACE_EVENT_CLONE)
        let_go ();
      signal = trace_signal (status);
      if (signal == SIGTRAP && ptrace (PTRACE_GETSIGINFO, pid, 0, &info) == 0
          && info.si_code == TRACE_AT)
        break;
    }
  trace_stop_at (pid, 0, 0);
  look (main);
}

static void
run (void)
{
  int signal = 0;
  while (WIFSTOPPED (status))
    {
      status
          = trace_run (pid, count ? PTRACE_SINGLESTEP : PTRACE_CONT, signal);
      must (status, "waitpid");
      if (WIFSTOPPED (status))
        signal = stopped ();
    }
}

static void
start (char *path, const struct program *program)
{
  char *argv[] = { path, NULL };
  pid = trace_start (argv, PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC);
  if (pid < 0)
    die ("%s: cannot be run", path);
  status = W_STOPCODE (SIGTRAP);
  process_vdso (pid, &vdso, &vdso_end);
  uint64_t entry = process_entry (pid, program->bits);
  if (entry == 0)
    die ("%s: no entry point", path);
  word_size = (size_t)program->bits / 8;
  slide = entry - program->entry;
  for (int i = 0; i < count; i++)
    functions[i].address += slide;
  uint64_t main = program_function (program, "main");
  run_to (main ? main + slide : 0);
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
  /* A hanging program is killed with its tracer.  */
  alarm (300);
  const char *wrong = program_open (&program, argv[1]);
  if (wrong)
    die ("%s: %s", argv[1], wrong);
  count = argc - 2;
  find_functions (&program, argv[1], argv + 2);
  setvbuf (stdout, NULL, addresses ? _IOFBF : _IOLBF, 0);
  start (argv[1], &program);
  run ();
  if (WIFSIGNALED (status))
    die ("%s: killed by signal %d", argv[1], WTERMSIG (status));
  return WEXITSTATUS (status);
}
