/* oracle-ptrace.c - calls of a function in a traced program.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "oracle.h"

#include <errno.h>
#include <linux/audit.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARGS 8 /* Two more than there are, dirty.  */
#define DIRECTION_FLAG 0x400

int word_size;

static pid_t pid;
static uint32_t audit_arch;
static uint64_t errno_place, back, functions, stack;
static struct user_regs_struct idle, before;
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
  static char told[sizeof trouble];
  if (!*trouble)
    return NULL;
  strcpy (told, trouble);
  *trouble = '\0';
  return told;
}

/* --- Memory and registers.  */

static void
transfer (int write, uint64_t address, void *data, size_t size)
{
  struct iovec here = { data, size }, there = { (void *)address, size };
  ssize_t n = write ? process_vm_writev (pid, &here, 1, &there, 1, 0)
                    : process_vm_readv (pid, &here, 1, &there, 1, 0);
  if (n != (ssize_t)size)
    die ("memory at %#lx: %s", address, strerror (errno));
}

uint64_t
word_at (uint64_t address)
{
  uint64_t word = 0;
  transfer (0, address, &word, (size_t)word_size);
  return word;
}

static void
get (struct user_regs_struct *regs)
{
  if (ptrace (PTRACE_GETREGS, pid, 0, regs) < 0)
    die ("registers: %s", strerror (errno));
}

static void
set (struct user_regs_struct *regs)
{
  if (ptrace (PTRACE_SETREGS, pid, 0, regs) < 0)
    die ("registers: %s", strerror (errno));
}

static uint64_t
cut (uint64_t value)
{
  return word_size == 4 ? (uint32_t)value : value;
}

/* --- The program.  */

/* Runs it until it stops; returns the signal, | 0x80 for a system call.  */
static int
go_on (int request)
{
  int status;
  if (ptrace (request, pid, 0, 0) < 0 || waitpid (pid, &status, 0) < 0)
    die ("ptrace: %s", strerror (errno));
  if (!WIFSTOPPED (status))
    die ("the program has ended, status %#x", status);
  return WSTOPSIG (status);
}

static void
find_vdso (void)
{
  char path[64], line[512];
  snprintf (path, sizeof path, "/proc/%d/maps", (int)pid);
  FILE *file = fopen (path, "re");
  if (!file)
    die ("%s: %s", path, strerror (errno));
  while (fgets (line, sizeof line, file))
    if (strstr (line, "[vdso]"))
      sscanf (line, "%lx-%lx", &vdso, &vdso_end);
  fclose (file);
}

void
start_program (const char *arch, char *path)
{
  if (pid > 0)
    {
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
    }
  char *argv[] = { path, NULL };
  int wide = !strcmp (arch, "x86_64");
  word_size = wide ? 8 : 4;
  audit_arch = wide ? AUDIT_ARCH_X86_64 : AUDIT_ARCH_I386;
  /* On one processor the two hand over to each other twice as fast.  */
  cpu_set_t one;
  CPU_ZERO (&one);
  CPU_SET (sched_getcpu (), &one);
  sched_setaffinity (0, sizeof one, &one);
  pid = fork ();
  if (pid == 0)
    {
      ptrace (PTRACE_TRACEME, 0, 0, 0);
      execv (path, argv);
      _exit (127);
    }
  int status;
  if (pid < 0 || waitpid (pid, &status, 0) < 0 || !WIFSTOPPED (status))
    die ("%s: cannot be run", path);
  ptrace (PTRACE_SETOPTIONS, pid, 0,
          PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD);
  status = go_on (PTRACE_CONT);
  if (status != SIGTRAP)
    die ("%s: stopped by signal %d", path, status);
  get (&idle);
  idle.orig_rax = (unsigned long)-1;
  errno_place = word_at (idle.rax);
  functions = word_at (idle.rax + (uint64_t)word_size);
  back = word_at (functions);
  stack = (idle.rsp - 16384) & ~(uint64_t)4095;
  find_vdso ();
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
  transfer (1, given[k], (void *)zeros, sizeof zeros);
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

/* Where C has argument 1 on the stack (i386).  */
uint64_t
call_arguments (void)
{
  return before.rsp + (uint64_t)word_size;
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
    transfer (1, before.rsp, wide, sizeof wide);
  else
    transfer (1, before.rsp, narrow, sizeof narrow);
}

/* All registers differ from each other and from what a stub might leave.  */
static void
fill_registers (void)
{
  before.rax = cut (0xa0a0a0a0a1a1a1a1);
  before.rbx = cut (0xb0b0b0b0b1b1b1b1);
  before.rbp = cut (0xbabababab2b2b2b2);
  before.r10 = 0x1010101010101010;
  before.r12 = 0x1212121213131313;
  before.r13 = 0x1313131314141414;
  before.r14 = 0x1414141415151515;
  before.r15 = 0x1515151516161616;
  if (word_size == 8)
    {
      before.rdi = sentinel (0);
      before.rsi = sentinel (1);
      before.rdx = sentinel (2);
      before.rcx = sentinel (3);
      before.r8 = sentinel (4);
      before.r9 = sentinel (5);
    }
  else
    {
      before.rdi = 0xd1d1d1d1;
      before.rsi = 0xd2d2d2d2;
      before.rdx = 0xd3d3d3d3;
      before.rcx = 0xd4d4d4d4;
    }
}

void
begin_call (const struct call *call)
{
  int poison = POISON;
  entry = call->entry;
  calling = call->name;
  before = idle;
  fill_registers ();
  before.eflags &= ~(unsigned long)DIRECTION_FLAG;
  /* As C has it right after a call instruction.  */
  before.rsp = stack - (uint64_t)word_size;
  before.rip = word_at (functions + (uint64_t)((call->index + 1) * word_size));
  write_stack ();
  transfer (1, errno_place, &poison, sizeof poison);
  set (&before);
}

int
next_trap (struct trap *trap)
{
  struct __ptrace_syscall_info info;
  int signal = go_on (PTRACE_SYSEMU);
  if (signal == SIGTRAP)
    return 0;
  if (signal != (SIGTRAP | 0x80))
    {
      struct user_regs_struct now;
      get (&now);
      die ("signal %d at %#llx", signal, now.rip);
    }
  if (ptrace (PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) < 0
      || info.op != PTRACE_SYSCALL_INFO_ENTRY)
    die ("no information about a system call");
  judge (info.arch == audit_arch, "a system call of machine %#x", info.arch);
  int by_vdso = info.instruction_pointer >= vdso
                && info.instruction_pointer < vdso_end;
  judge (by_vdso == !strcmp (entry, "vsyscall"), "entered %s the vdso",
         by_vdso ? "by" : "not by");
  trap->nr = (long)info.entry.nr;
  for (int k = 0; k < 6; k++)
    trap->args[k] = cut (info.entry.args[k]);
  return 1;
}

void
answer (long result)
{
  struct user_regs_struct regs;
  last_answer = result;
  get (&regs);
  regs.rax = cut ((uint64_t)result);
  set (&regs);
}

#define SAME(reg, NAME)                                                       \
  judge (cut (now.reg) == cut (before.reg), "%s is %#llx, was %#llx", NAME,   \
         now.reg, before.reg)

static void
judge_registers (const struct user_regs_struct now)
{
  SAME (rbx, "rbx");
  SAME (rbp, "rbp");
  SAME (gs, "gs");
  SAME (fs, "fs");
  SAME (ds, "ds");
  SAME (es, "es");
  SAME (fs_base, "fs_base");
  SAME (gs_base, "gs_base");
  if (word_size == 4)
    {
      SAME (rsi, "esi");
      SAME (rdi, "edi");
    }
  else
    {
      SAME (r12, "r12");
      SAME (r13, "r13");
      SAME (r14, "r14");
      SAME (r15, "r15");
    }
  judge (now.rsp == before.rsp + (uint64_t)word_size,
         "the stack pointer is off by %lld",
         (long long)(now.rsp - before.rsp) - word_size);
  judge (!(now.eflags & DIRECTION_FLAG), "the direction flag is set");
}

/* The caller may use its arguments again.  */
static void
judge_stack (void)
{
  unsigned char words[ARGS * 8];
  size_t size = (size_t)word_size;
  transfer (0, call_arguments (), words, ARGS * size);
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
  struct user_regs_struct now;
  int got;
  get (&now);
  judge (now.rip == back + 1, "it ended at %#llx", now.rip);
  judge_registers (now);
  uint64_t value = cut (now.rax), want = cut ((uint64_t)result);
  if (by == BY_C_INT)
    {
      value = (uint32_t)value;
      want = (uint32_t)want;
    }
  judge (value == want, "returned %#lx, not %#lx", value, want);
  transfer (0, errno_place, &got, sizeof got);
  judge (got == error, "errno is %d, not %d", got, error);
  /* A C function owns the place of its arguments; a stub leaves it.  */
  if (by == BY_STUB)
    judge_stack ();
}
