/* step.c - counts instructions and system calls, one at a time.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../steps/process.h"

#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/user.h>

/* The old page at a fixed address, of x86_64.  */
#define VSYSCALL 0xffffffffff600000
#define VSYSCALL_END 0xffffffffff601000

uint64_t step_main;

static uint64_t
ip_of (pid_t pid)
{
  return (uint64_t)ptrace (PTRACE_PEEKUSER, pid,
                           offsetof (struct user_regs_struct, rip), 0);
}

/* The program has been loaded, or the thread is new.  */
void
step_new_image (struct task *task)
{
  task->ip = ip_of (task->pid);
  process_vdso (task->pid, &task->vdso, &task->vdso_end);
}

/* Nothing more is wanted of it.  */
static void
end_here (void)
{
  tally.steps_exceeded = 1;
  keeper_close ();
}

/* The instruction at the task's ip was executed.  */
static void
executed (const struct task *task, int calls)
{
  if ((task->ip >= task->vdso && task->ip < task->vdso_end)
      || (task->ip >= VSYSCALL && task->ip < VSYSCALL_END))
    tally.vdso++;
  else
    tally.instructions++;
  tally.calls += calls;
  if (options.steps && tally.vdso + tally.instructions >= options.steps)
    end_here ();
}

/* Is a repeated string instruction at the task's ip?  It stops after every
   repetition, and goes on behind itself after the last.  */
static int
repeats (const struct task *task)
{
  union
  {
    long word;
    unsigned char byte[sizeof (long)];
  } code;
  int repeated = 0;
  code.word = ptrace (PTRACE_PEEKTEXT, task->pid, task->ip, 0);
  for (size_t i = 0; i < sizeof code; i++)
    {
      unsigned char b = code.byte[i];
      if (b == 0xf2 || b == 0xf3)
        repeated = 1;
      else if (b != 0x66 && b != 0x67 && (b & 0xf0) != 0x40)
        return repeated
               && ((b >= 0xa4 && b <= 0xa7) || (b >= 0xaa && b <= 0xaf)
                   || (b >= 0x6c && b <= 0x6f));
    }
  return 0;
}

/* In a handler of SIGTRAP that signal is blocked, and our next one would reset
   the handler.  */
static void
unblock (pid_t pid)
{
  uint64_t mask;
  if (ptrace (PTRACE_GETSIGMASK, pid, sizeof mask, &mask) != 0
      || !(mask >> (SIGTRAP - 1) & 1))
    return;
  mask &= ~(UINT64_C (1) << (SIGTRAP - 1));
  ptrace (PTRACE_SETSIGMASK, pid, sizeof mask, &mask);
}

/* A thread has stopped for a signal; 1: it is of our own making.  The kernel
   says what it is: TRAP_TRACE after an instruction, TRAP_BRKPT after one that
   made a system call, SIGTRAP where a handler is entered and nothing has
   been executed.  A new thread first comes back from the call that made
   it.  */
int
step_trap (struct task *task, int signal)
{
  siginfo_t info;
  if (signal != SIGTRAP || keeper_closing
      || ptrace (PTRACE_GETSIGINFO, task->pid, 0, &info) != 0)
    return 0;
  /* Where it stands is told along with an instruction.  */
  uint64_t ip = info.si_code == TRAP_TRACE || info.si_code == TRAP_BRKPT
                    ? (uint64_t)info.si_addr
                    : ip_of (task->pid);
  int ours = 1;
  if (info.si_code == TRAP_TRACE)
    {
      if (ip != task->ip || !repeats (task))
        executed (task, 0);
    }
  else if (info.si_code == TRAP_BRKPT)
    {
      if (!task->fresh || ip != task->ip)
        executed (task, 1);
    }
  else if (info.si_code == SIGTRAP)
    unblock (task->pid);
  else
    {
      ours = 0;
      /* int3 stops behind itself.  */
      if (ip != task->ip)
        executed (task, 0);
    }
  task->fresh = 0;
  task->ip = ip;
  if (ip == step_main && task->pid == program->pid
      && tally.instructions_before_main < 0)
    {
      tally.instructions_before_main = tally.instructions;
      tally.calls_before_main = tally.calls;
      if (options.to_main)
        end_here ();
    }
  return ours;
}

/* A thread ends: by a call that does not come back, or was in one.  */
void
step_exit (struct task *task)
{
  if (!keeper_closing && ip_of (task->pid) != task->ip)
    executed (task, 1);
}
