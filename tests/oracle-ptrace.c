/* oracle-ptrace.c - calls of a function in a traced program.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "oracle.h"
#include "../tools/ptrace/process.h"
#include "../tools/ptrace/trace.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#define ARGS 8 /* Two more than a call has, nonzero.  */

int word_size;

static pid_t pid;
static const struct trace_arch *arch;
static uint64_t errno_place, back, functions, stack;
static struct trace_regs idle, before;
static char trouble[256];
static const char *calling = "", *entry;
static long last_answer;
static uint64_t given[ARGS], vdso, vdso_end;
static int is_given[ARGS];

void
die (const char *format, ...)
{
  va_list list;
  va_start (list, format);
  printf ("not ok %s: ", *calling ? calling : "oracle");
  vprintf (format, list);
  putchar ('\n');
  va_end (list);
  exit (1);
}

void
judge (int right, const char *format, ...)
{
  va_list list;
  if (right || *trouble)
    return;
  va_start (list, format);
  int n = vsnprintf (trouble, sizeof trouble, format, list);
  va_end (list);
  snprintf (trouble + n, sizeof trouble - (size_t)n, " (answer %#lx)",
            last_answer);
}

const char *
judged (void)
{
  static char text[sizeof trouble];
  if (!*trouble)
    return NULL;
  strcpy (text, trouble);
  *trouble = '\0';
  return text;
}

/* --- The program.  */

static void
must (int result, const char *what)
{
  if (result != 0)
    die ("%s: %s", what, strerror (errno));
}

uint64_t
word_at (uint64_t address)
{
  uint64_t word = 0;
  must (trace_read (pid, address, &word, (size_t)word_size), "memory");
  return word;
}

static uint64_t
cut (uint64_t value)
{
  return word_size == 4 ? (uint32_t)value : value;
}

/* Resumes it until it stops; returns the signal, | 0x80 for a system call.  */
static int
run_until_stop (int request)
{
  int status = trace_run (pid, request, 0);
  if (status < 0)
    die ("waitpid: %s", strerror (errno));
  if (!WIFSTOPPED (status))
    die ("the program has ended, status %#x", status);
  return WSTOPSIG (status);
}

void
start_program (const char *name, char *path)
{
  char *argv[] = { path, NULL };
  if (pid > 0)
    {
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
    }
  arch = trace_arch (name);
  if (!arch)
    die ("there is no architecture '%s'", name);
  word_size = arch->word_size;
  /* On one processor the switch between the two is twice as fast.  */
  cpu_set_t one;
  CPU_ZERO (&one);
  CPU_SET (sched_getcpu (), &one);
  sched_setaffinity (0, sizeof one, &one);
  pid = trace_start (argv, PTRACE_O_TRACESYSGOOD);
  if (pid < 0)
    die ("%s: cannot be run", path);
  if (run_until_stop (PTRACE_CONT) != SIGTRAP)
    die ("%s: another signal before the calls", path);
  must (trace_get (pid, &idle), "registers");
  idle.value[trace_nr] = (uint64_t)-1;
  errno_place = word_at (idle.value[trace_result]);
  functions = word_at (idle.value[trace_result] + (uint64_t)word_size);
  back = word_at (functions);
  stack = (idle.value[trace_sp] - 16384) & ~(uint64_t)4095;
  process_vdso (pid, &vdso, &vdso_end);
}

/* --- A call.  */

void
give (int k, int64_t value)
{
  static const char zeros[256];
  is_given[k] = 1;
  given[k] = (uint64_t)value;
  if (value != SCRATCH)
    return;
  given[k] = stack + 4096;
  must (trace_write (pid, given[k], zeros, sizeof zeros), "memory");
}

void
take_back (void)
{
  memset (is_given, 0, sizeof is_given);
}

uint64_t
sentinel (int k)
{
  if (is_given[k])
    return cut (given[k]);
  return cut (0xd1a7000080c0ffe0 + (uint64_t)k * 0x0011223300110101);
}

/* The address of argument 1 on the stack (i386).  */
uint64_t
call_arguments (void)
{
  return before.value[trace_sp] + (uint64_t)word_size;
}

/* The stack at the entry: return address and, on i386, the arguments.  */
static void
write_stack (void)
{
  uint64_t wide[1 + ARGS];
  uint32_t narrow[1 + ARGS];
  for (int k = 0; k <= ARGS; k++)
    narrow[k] = (uint32_t)(wide[k] = k == 0 ? back : sentinel (k - 1));
  if (word_size == 8)
    must (trace_write (pid, before.value[trace_sp], wide, sizeof wide),
          "memory");
  else
    must (trace_write (pid, before.value[trace_sp], narrow, sizeof narrow),
          "memory");
}

/* All registers differ from each other and from values that a stub might
   leave.  */
static void
fill_registers (void)
{
  for (int i = 0; arch->any[i].name; i++)
    before.value[arch->any[i].at]
        = cut (0xa0a0a0a0b1b1b1b1 + (uint64_t)i * 0x0101010101010101);
  for (int k = 0; arch->arguments[k].name; k++)
    before.value[arch->arguments[k].at] = sentinel (k);
}

void
begin_call (const struct call *call)
{
  int poison = POISON;
  entry = call->entry;
  calling = call->name;
  before = idle;
  fill_registers ();
  before.value[trace_flags] &= ~(uint64_t)TRACE_DIRECTION;
  /* As right after a call instruction in C.  */
  before.value[trace_sp] = stack - (uint64_t)word_size;
  before.value[trace_ip]
      = word_at (functions + (uint64_t)((call->index + 1) * word_size));
  write_stack ();
  must (trace_write (pid, errno_place, &poison, sizeof poison), "memory");
  must (trace_set (pid, &before), "registers");
}

int
next_trap (struct trap *trap)
{
  struct trace_call call;
  int signal = run_until_stop (PTRACE_SYSEMU);
  if (signal == SIGTRAP)
    return 0;
  if (signal != (SIGTRAP | 0x80))
    die ("signal %d at %#lx", signal, trace_ip_of (pid));
  if (trace_call (pid, &call) != 0 || !call.is_entry)
    die ("no information about a system call");
  judge (call.audit_arch == arch->audit_arch,
         "a system call of architecture %#x", call.audit_arch);
  int by_vdso = call.ip >= vdso && call.ip < vdso_end;
  judge (by_vdso == !strcmp (entry, "vsyscall"), "entered %s the vdso",
         by_vdso ? "by" : "not by");
  trap->nr = call.nr;
  for (int k = 0; k < 6; k++)
    trap->args[k] = cut (call.args[k]);
  return 1;
}

void
answer (long result)
{
  struct trace_regs regs;
  last_answer = result;
  must (trace_get (pid, &regs), "registers");
  regs.value[trace_result] = cut ((uint64_t)result);
  must (trace_set (pid, &regs), "registers");
}

static void
judge_registers (const struct trace_regs *now)
{
  for (const struct trace_reg *reg = arch->preserved; reg->name; reg++)
    judge (cut (now->value[reg->at]) == cut (before.value[reg->at]),
           "%s is %#lx, was %#lx", reg->name, now->value[reg->at],
           before.value[reg->at]);
  uint64_t moved = now->value[trace_sp] - before.value[trace_sp];
  judge (moved == (uint64_t)word_size, "the stack pointer is off by %lld",
         (long long)moved - word_size);
  judge (!(now->value[trace_flags] & TRACE_DIRECTION),
         "the direction flag is set");
}

/* The caller may reuse its argument area.  */
static void
judge_stack (void)
{
  unsigned char words[ARGS * 8];
  size_t size = (size_t)word_size;
  must (trace_read (pid, call_arguments (), words, ARGS * size), "memory");
  for (int k = 0; k < ARGS; k++)
    {
      uint64_t want = sentinel (k);
      judge (!memcmp (words + (size_t)k * size, &want, size),
             "word %d of the caller's stack", k);
    }
}

void
end_call (long result, int error, enum by by)
{
  struct trace_regs now;
  int got;
  must (trace_get (pid, &now), "registers");
  judge (now.value[trace_ip] == back + 1, "it ended at %#lx",
         now.value[trace_ip]);
  judge_registers (&now);
  uint64_t value = cut (now.value[trace_result]),
           want = cut ((uint64_t)result);
  if (by == BY_C_INT)
    {
      value = (uint32_t)value;
      want = (uint32_t)want;
    }
  judge (value == want, "returned %#lx, not %#lx", value, want);
  must (trace_read (pid, errno_place, &got, sizeof got), "memory");
  judge (got == error, "errno is %d, not %d", got, error);
  /* A C function may change its argument area; a stub preserves it.  */
  if (by == BY_STUB)
    judge_stack ();
}
