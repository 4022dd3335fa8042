/* step.c - counts instructions and system calls, one at a time.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../ptrace/process.h"
#include "../ptrace/trace.h"

uint64_t step_main;

/* The program has been loaded, or the thread is new.  */
void
step_new_image (struct task *task)
{
  task->ip = trace_ip_of (task->pid);
  process_vdso (task->pid, &task->vdso, &task->vdso_end);
}

/* No more steps are needed.  */
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
      || trace_is_vsyscall (task->ip))
    tally.vdso++;
  else
    tally.instructions++;
  tally.calls += calls;
  if (options.steps && tally.vdso + tally.instructions >= options.steps)
    end_here ();
}

/* A thread has stopped for a signal; returns 1 if we caused it.  A new
   thread first returns from the call that created it.  */
int
step_trap (struct task *task, int signal)
{
  uint64_t ip = task->ip;
  if (signal != SIGTRAP || keeper_closing)
    return 0;
  enum trace_step step = trace_step (task->pid, &ip);
  switch (step)
    {
    case TRACE_STEPPED:
      if (ip != task->ip || !trace_repeats (task->pid, ip))
        executed (task, 0);
      break;
    case TRACE_CALLED:
      if (!task->fresh || ip != task->ip)
        executed (task, 1);
      break;
    case TRACE_HANDLER:
      /* Our next signal would reset the handler.  */
      trace_unblock (task->pid, SIGTRAP);
      break;
    case TRACE_OWN:
      /* int3 stops after itself.  */
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
  return step != TRACE_OWN;
}

/* A thread ends: by a call that does not return, or within a call.  */
void
step_exit (struct task *task)
{
  if (!keeper_closing && trace_ip_of (task->pid) != task->ip)
    executed (task, 1);
}
