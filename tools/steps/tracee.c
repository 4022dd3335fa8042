/* tracee.c - the one traced program of steps.  */
/* SPDX-License-Identifier: MIT */

#include "tracee.h"
#include "process.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_BREAKPOINTS 256

int tracee_bits, tracee_status;

static pid_t pid;
static uint64_t vdso, vdso_end;
static uint64_t held; /* Signal S is bit S - 1.  */

static struct
{
  uint64_t address;
  long code; /* What stood there.  */
} breakpoints[MAX_BREAKPOINTS];
static int count, in;

static void
must (long result, const char *what)
{
  if (result < 0)
    die ("%s: %s", what, strerror (errno));
}

void
tracee_kill (void)
{
  if (pid > 0)
    kill (pid, SIGKILL);
}

void
tracee_get (struct user_regs_struct *regs)
{
  must (ptrace (PTRACE_GETREGS, pid, 0, regs), "reading registers");
}

void
tracee_set (struct user_regs_struct *regs)
{
  must (ptrace (PTRACE_SETREGS, pid, 0, regs), "writing registers");
}

static long
peek (uint64_t address)
{
  errno = 0;
  long word = ptrace (PTRACE_PEEKTEXT, pid, address, 0);
  must (errno ? -1 : 0, "reading memory");
  return word;
}

uint64_t
tracee_word (uint64_t address)
{
  uint64_t word = (uint64_t)peek (address);
  return tracee_bits == 32 ? (uint32_t)word : word;
}

int
tracee_in_vdso (uint64_t address)
{
  return address >= vdso && address < vdso_end;
}

/* syscall, sysenter, int $0x80.  */
int
tracee_enters_kernel (uint64_t address)
{
  unsigned long code = (unsigned long)peek (address) & 0xffff;
  return code == 0x050f || code == 0x340f || code == 0x80cd;
}

void
tracee_add_breakpoint (uint64_t address)
{
  if (count == MAX_BREAKPOINTS)
    die ("more than %d functions", MAX_BREAKPOINTS);
  breakpoints[count].address = address;
  breakpoints[count++].code = peek (address);
}

/* The bytes behind a breakpoint may be another's, or have changed: only the
   first one is written.  */
static void
put (pid_t where, int i, int set)
{
  long word = peek (breakpoints[i].address);
  long byte = set ? 0xcc : breakpoints[i].code & 0xff;
  must (ptrace (PTRACE_POKETEXT, where, breakpoints[i].address,
                (word & ~0xffL) | byte),
        "writing code");
}

void
tracee_breakpoints (int set)
{
  for (int i = 0; i < count; i++)
    put (pid, i, set);
  in = set;
}

uint64_t
tracee_start (char *path, int bits)
{
  tracee_bits = bits;
  pid = fork ();
  must (pid, "fork");
  if (pid == 0)
    {
      char *argv[] = { path, NULL };
      ptrace (PTRACE_TRACEME, 0, 0, 0);
      execv (path, argv);
      _exit (127);
    }
  must (waitpid (pid, &tracee_status, 0), "waitpid");
  if (!WIFSTOPPED (tracee_status))
    die ("%s: cannot be run", path);
  must (ptrace (PTRACE_SETOPTIONS, pid, 0,
                PTRACE_O_EXITKILL | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
                    | PTRACE_O_TRACEVFORKDONE | PTRACE_O_TRACECLONE
                    | PTRACE_O_TRACEEXEC),
        "ptrace");
  process_vdso (pid, &vdso, &vdso_end);
  uint64_t entry = process_entry (pid, bits);
  if (entry == 0 || peek (entry) == 0)
    die ("%s: no entry point", path);
  return entry;
}

/* A child goes its own way, without breakpoints; a vfork child has its
   parent's memory, and gives it back.  */
static void
on_event (int event)
{
  unsigned long child = 0;
  int status;
  switch (event)
    {
    case PTRACE_EVENT_EXEC:
      count = 0;
      break;
    case PTRACE_EVENT_CLONE:
      die ("the program makes threads; their calls cannot be told apart");
    case PTRACE_EVENT_FORK:
    case PTRACE_EVENT_VFORK:
      must (ptrace (PTRACE_GETEVENTMSG, pid, 0, &child), "ptrace");
      must (waitpid ((pid_t)child, &status, __WALL), "waitpid");
      for (int i = 0; in && i < count; i++)
        put ((pid_t)child, i, 0);
      ptrace (PTRACE_DETACH, (pid_t)child, 0, 0);
      break;
    case PTRACE_EVENT_VFORK_DONE:
      if (in)
        tracee_breakpoints (1);
    }
}

int
tracee_resume (int request, int *signal)
{
  for (;;)
    {
      /* ESRCH: killed from outside; waitpid tells.  */
      ptrace (request, pid, 0, *signal);
      *signal = 0;
      must (waitpid (pid, &tracee_status, __WALL), "waitpid");
      if (!WIFSTOPPED (tracee_status))
        return 0;
      if (tracee_status >> 16)
        on_event (tracee_status >> 16);
      else
        {
          *signal = WSTOPSIG (tracee_status);
          return 1;
        }
    }
}

int
tracee_step (const char *function)
{
  for (;;)
    {
      int signal = 0;
      if (!tracee_resume (PTRACE_SINGLESTEP, &signal))
        return 0;
      switch (signal)
        {
        case SIGTRAP:
          return 1;
        case SIGSEGV:
        case SIGBUS:
        case SIGILL:
        case SIGFPE:
          die ("signal %d in %s", signal, function);
        default:
          held |= 1ULL << (signal - 1);
        }
    }
}

void
tracee_give_held_signals (void)
{
  for (int signal = 1; signal <= 64; signal++)
    if (held >> (signal - 1) & 1)
      syscall (SYS_tgkill, pid, pid, signal);
  held = 0;
}
