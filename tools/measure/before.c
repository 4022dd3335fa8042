/* before.c - counts the calls before main, in a program that runs freely.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/user.h>

/* main is found by a debug register: a breakpoint in memory would be a fault
   more, and could be seen.  */

#define DEBUG_REGISTER(n)                                                     \
  (offsetof (struct user, u_debugreg) + (n) * sizeof (long))
#define HARDWARE_BREAKPOINT 4 /* TRAP_HWBKPT  */
#define SYSCALL_STOP (SIGTRAP | 0x80)

int before_main;

/* It stands before its first instruction.  Where the kernel gives no debug
   register the number stays unknown.  */
void
before_begin (void)
{
  pid_t pid = program->pid;
  before_main
      = step_main
        && ptrace (PTRACE_POKEUSER, pid, DEBUG_REGISTER (0), step_main) == 0
        && ptrace (PTRACE_POKEUSER, pid, DEBUG_REGISTER (7), 1) == 0;
}

static void
count_call (pid_t pid)
{
  struct __ptrace_syscall_info info;
  if (ptrace (PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) <= 0)
    before_main = 0;
  else if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
    tally.calls++;
}

/* A thread has stopped for a signal; 1: it is of our own making.  */
int
before_trap (pid_t pid, int signal)
{
  siginfo_t info;
  if (signal == SYSCALL_STOP)
    {
      if (before_main)
        count_call (pid);
      return 1;
    }
  if (!before_main || signal != SIGTRAP || pid != program->pid
      || ptrace (PTRACE_GETSIGINFO, pid, 0, &info) != 0
      || info.si_code != HARDWARE_BREAKPOINT)
    return 0;
  ptrace (PTRACE_POKEUSER, pid, DEBUG_REGISTER (7), 0);
  tally.calls_before_main = tally.calls;
  before_main = 0;
  return 1;
}
