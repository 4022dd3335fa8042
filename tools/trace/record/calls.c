/* calls.c - follows the calls of a thread by single steps.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include "../../ptrace/process.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>

/* The steps of a call that are recorded.  */
#define STEPS 400

#define BREAKPOINT 0xcc

/* --- Breakpoints.  */

static unsigned char
exchange (pid_t pid, uint64_t address, unsigned char byte)
{
  /* An aligned word is in one page.  */
  size_t at = address % sizeof (long);
  void *word = (void *)(uintptr_t)(address - at);
  long value = ptrace (PTRACE_PEEKTEXT, pid, word, 0);
  unsigned char *bytes = (void *)&value, old = bytes[at];
  bytes[at] = byte;
  ptrace (PTRACE_POKETEXT, pid, word, value);
  return old;
}

const struct stub *
stub_at (const struct thread *t, uint64_t ip)
{
  for (int i = 0; t->image && i < t->image->count; i++)
    if (t->image->stubs[i].address + t->slide == ip)
      return &t->image->stubs[i];
  return NULL;
}

void
calls_start (struct thread *t, const struct spec *spec)
{
  char path[64];
  struct stat status;
  t->image = NULL;
  t->block = spec->block;
  snprintf (path, sizeof path, "/proc/%d/exe", (int)t->pid);
  if (stat (path, &status) != 0)
    return;
  for (int i = 0; i < spec->images && !t->image; i++)
    if (status.st_dev == spec->image[i].device
        && status.st_ino == spec->image[i].inode)
      t->image = &spec->image[i];
  if (t->image)
    t->slide
        = process_entry (t->pid, t->image->file.bits) - t->image->file.entry;
}

void
calls_plant (struct thread *t)
{
  uint64_t vdso, vdso_end;
  process_vdso (t->pid, &vdso, &vdso_end);
  say ("image %d %s 0x%" PRIx64 " 0x%" PRIx64 " 0x%" PRIx64, (int)t->pid,
       t->image ? t->image->name : "other", t->slide, vdso, vdso_end);
  t->depth = t->is_armed = 0;
  t->lifted = NULL;
  for (int i = 0; t->image && i < t->image->count; i++)
    {
      struct stub *stub = &t->image->stubs[i];
      stub->byte = exchange (t->pid, stub->address + t->slide, BREAKPOINT);
    }
}

/* --- Calls.  */

static struct call *
top (struct thread *t)
{
  return t->depth ? &t->call[t->depth - 1] : NULL;
}

/* Whether a handler has left its call by a jump: a stub that is entered with
   SP is not called by it, since its frame, which is on the stack of the call
   or above it on another, is above SP and holds its return address.  */
static int
is_left (const struct thread *t, const struct call *call, uint64_t sp)
{
  uint64_t word = 0;
  size_t size = (size_t)t->image->arch->word_size;
  return sp >= call->frame || (call->frame > call->sp && sp <= call->sp)
         || trace_read (t->pid, call->frame, &word, size) != 0
         || word != call->frame_word;
}

static void
enter (struct thread *t, const struct stub *stub,
       const struct trace_regs *regs)
{
  int most = sizeof t->call / sizeof *t->call;
  uint64_t sp = value_of (t, regs, trace_sp);
  while (t->depth && is_left (t, top (t), sp))
    line_end (t, &t->call[--t->depth], "left");
  if (t->depth == most)
    {
      line_end (t, t->call, "lost");
      memmove (t->call, t->call + 1, (size_t)--t->depth * sizeof *t->call);
    }
  struct call *call = &t->call[t->depth++];
  *call = (struct call){ .stub = stub, .sp = sp };
  trace_read (t->pid, sp, &call->back, (size_t)t->image->arch->word_size);
  line_enter (t, call, regs);
}

/* Whether the handler has returned, to where the signal came or, for a call
   that the kernel restarts, to the trap before.  */
static int
is_back (const struct call *call, uint64_t ip, uint64_t sp)
{
  return sp == call->handler_sp && (ip == call->ip || ip + 2 == call->ip);
}

/* Whether a call has ended only inside the kernel, with ERESTARTSYS or the
   like: a signal comes, and then the kernel makes the call again or lets it
   fail with EINTR.  The program does not execute the instruction at IP now. */
static int
restarts (const struct thread *t, const struct trace_regs *regs, uint64_t ip)
{
  int32_t result = (int32_t)regs->value[trace_result];
  return result <= -512 && result >= -516
         && trace_enters_kernel (t->pid, ip - 2) == 1;
}

/* A step of a call, before the instruction.  */
static void
step (const struct thread *t, struct call *call, const struct trace_regs *regs)
{
  if (call->steps < STEPS)
    line_step (t, call, regs);
  else
    call->state = UNSEEN;
  call->steps++;
  if (trace_enters_kernel (t->pid, value_of (t, regs, trace_ip)) == 1)
    line_trap (t, regs);
}

/* The thread has stopped before an instruction.  */
static void
look (struct thread *t)
{
  struct trace_regs regs;
  if (trace_get (t->pid, &regs) != 0)
    return;
  uint64_t ip = value_of (t, &regs, trace_ip);
  uint64_t sp = value_of (t, &regs, trace_sp);
  struct call *call = top (t);
  const struct stub *stub = stub_at (t, ip);
  int is_again = 0;
  if (call && call->state == IN_HANDLER && is_back (call, ip, sp))
    {
      call->state = call->steps < STEPS ? STEPPED : UNSEEN;
      is_again = ip == call->ip && ip == value_of (t, &call->regs, trace_ip);
    }
  if (stub && (!call || call->state == IN_HANDLER))
    enter (t, stub, &regs);
  else if (call && call->state != IN_HANDLER && ip == call->back
           && sp > call->sp)
    {
      line_leave (t, call, &regs);
      t->depth--;
      events_print ();
    }
  call = top (t);
  if (call && call->state == STEPPED && !is_again && !restarts (t, &regs, ip))
    step (t, call, &regs);
}

/* --- Stops.  */

/* Whether it is at one of our breakpoints, which it then has not reached
   yet.  */
static int
at_breakpoint (struct thread *t, const siginfo_t *info)
{
  struct trace_regs regs;
  if (info->si_code != SI_KERNEL || trace_get (t->pid, &regs) != 0
      || !stub_at (t, value_of (t, &regs, trace_ip) - 1))
    return 0;
  regs.value[trace_ip]--;
  trace_set (t->pid, &regs);
  return 1;
}

/* A signal is delivered, perhaps to a handler.  Its return restores the
   flags: without the resume flag, or it would pass our breakpoint.  */
static void
interrupt (struct thread *t)
{
  struct trace_regs regs;
  struct call *call = top (t);
  if (!call || call->state == IN_HANDLER || trace_get (t->pid, &regs) != 0)
    return;
  call->ip = value_of (t, &regs, trace_ip);
  call->handler_sp = value_of (t, &regs, trace_sp);
  if (regs.value[trace_flags] & TRACE_RESUME)
    {
      regs.value[trace_flags] -= TRACE_RESUME;
      trace_set (t->pid, &regs);
    }
}

/* The thread has entered a handler.  */
static void
enter_handler (struct thread *t)
{
  struct trace_regs regs;
  struct call *call = top (t);
  /* Our next signal would reset a handler that blocks it.  */
  trace_unblock (t->pid, SIGTRAP);
  if (call->state != STEPPED || trace_get (t->pid, &regs) != 0)
    return;
  call->state = IN_HANDLER;
  call->frame = value_of (t, &regs, trace_sp);
  call->frame_word = 0;
  trace_read (t->pid, call->frame, &call->frame_word,
              (size_t)t->image->arch->word_size);
}

int
calls_stop (struct thread *t, int status)
{
  uint64_t ip;
  siginfo_t info;
  int signal = trace_signal (status);
  if (t->lifted)
    exchange (t->pid, t->lifted->address + t->slide, BREAKPOINT);
  t->lifted = NULL;
  if (status >> 16 || !t->image)
    return signal;
  if (signal != SIGTRAP || ptrace (PTRACE_GETSIGINFO, t->pid, 0, &info) != 0)
    {
      interrupt (t);
      return signal;
    }
  enum trace_step step = trace_step (t->pid, &ip);
  if (step == TRACE_OWN && !at_breakpoint (t, &info)
      && !(t->is_armed && info.si_code == TRACE_AT))
    {
      interrupt (t);
      return signal;
    }
  if (!t->depth && step != TRACE_OWN)
    return step == TRACE_HANDLER ? signal : 0;
  if (step == TRACE_HANDLER)
    enter_handler (t);
  look (t);
  return 0;
}

/* Steps through a call that is recorded.  Until the return from a handler, or
   from a call with too many steps, the thread runs freely.  */
void
calls_resume (struct thread *t, int signal)
{
  struct call *call = top (t);
  int is_stepped = call && call->state == STEPPED;
  int is_armed = call && !is_stepped;
  const struct stub *stub = call ? stub_at (t, trace_ip_of (t->pid)) : NULL;
  if (stub)
    {
      exchange (t->pid, stub->address + t->slide, stub->byte);
      t->lifted = stub;
    }
  if (is_armed && call->state == IN_HANDLER)
    trace_stop_at (t->pid, call->ip, call->ip - 2);
  else if (is_armed)
    trace_stop_at (t->pid, call->back, 0);
  else if (t->is_armed)
    trace_stop_at (t->pid, 0, 0);
  t->is_armed = is_armed;
  trace_resume (t->pid, is_stepped || stub ? PTRACE_SINGLESTEP : PTRACE_CONT,
                signal);
}
