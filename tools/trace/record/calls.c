/* calls.c - records the calls of a thread by single steps.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include "../../ptrace/process.h"

#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* The instructions of a call that are recorded; and those that are stepped
   through without a line, after these or in a signal handler, which may never
   return.  */
#define STEPS_RECORDED 400
#define STEPS_UNSEEN 100000

#define BREAKPOINT 0xcc

/* The text of a line; a register that does not fit would be a mistake here. */
static char line[1000];
static size_t length;

static void __attribute__ ((format (printf, 1, 2)))
print (const char *format, ...)
{
  va_list list;
  va_start (list, format);
  int n = vsnprintf (line + length, sizeof line - length, format, list);
  va_end (list);
  length += (size_t)n;
  if (length >= sizeof line)
    die ("a line is too long");
}

static void
mark (void)
{
  events_mark (line);
  length = 0;
}

static uint64_t
value_of (const struct thread *t, const struct trace_regs *regs, int at)
{
  uint64_t value = regs->value[at];
  return t->image->arch->word_size == 4 ? (uint32_t)value : value;
}

/* --- Breakpoints.  */

static unsigned char
exchange (pid_t pid, uint64_t address, unsigned char byte)
{
  void *at = (void *)(uintptr_t)address;
  long word = ptrace (PTRACE_PEEKTEXT, pid, at, 0);
  unsigned char old = (unsigned char)word;
  word = (word & ~0xffL) | byte;
  ptrace (PTRACE_POKETEXT, pid, at, word);
  return old;
}

static const struct stub *
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
  t->depth = 0;
  t->lifted = NULL;
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
  for (int i = 0; t->image && i < t->image->count; i++)
    {
      struct stub *stub = &t->image->stubs[i];
      stub->byte = exchange (t->pid, stub->address + t->slide, BREAKPOINT);
    }
}

/* --- Lines.  */

/* The longest instruction has 15 bytes; fewer may be readable.  Those of
   breakpoints are replaced.  */
static void
print_code (const struct thread *t, uint64_t ip)
{
  unsigned char code[15];
  size_t size = sizeof code;
  while (size && trace_read (t->pid, ip, code, size) != 0)
    size--;
  if (!size)
    print (" -");
  for (size_t i = 0; i < size; i++)
    {
      const struct stub *stub = stub_at (t, ip + i);
      if (stub && code[i] == BREAKPOINT)
        code[i] = stub->byte;
      print ("%s%02x", i ? "" : " ", code[i]);
    }
}

/* The registers that differ from those of the last line, or all.  */
static void
print_registers (struct thread *t, const struct trace_regs *regs, int all)
{
  for (const struct trace_reg *r = t->image->arch->general; r->name; r++)
    if (all || value_of (t, regs, r->at) != value_of (t, &t->regs, r->at))
      print (" %s=0x%" PRIx64, r->name, value_of (t, regs, r->at));
  t->regs = *regs;
}

static void
print_step (struct thread *t, struct call *call, const struct trace_regs *regs)
{
  uint64_t ip = value_of (t, regs, trace_ip);
  print ("step %d 0x%" PRIx64, (int)t->pid, ip);
  print_code (t, ip);
  print_registers (t, regs, !call->steps);
  mark ();
}

static void
enter (struct thread *t, const struct stub *stub,
       const struct trace_regs *regs)
{
  int most = sizeof t->call / sizeof *t->call;
  const struct trace_arch *arch = t->image->arch;
  size_t size = (size_t)arch->word_size;
  uint64_t sp = value_of (t, regs, trace_sp), back = 0;
  trace_read (t->pid, sp, &back, size);
  print ("enter %d %s 0x%" PRIx64 " 0x%" PRIx64, (int)t->pid, stub->name, sp,
         back);
  for (int i = 0; i < stub->arguments; i++)
    {
      uint64_t argument = 0;
      if (arch->arguments->name)
        argument = value_of (t, regs, arch->arguments[i].at);
      else
        trace_read (t->pid, sp + (size_t)(i + 1) * size, &argument, size);
      print (" 0x%" PRIx64, argument);
    }
  mark ();
  /* The oldest one will not return: a handler jumped out of it.  */
  if (t->depth == most)
    memmove (t->call, t->call + 1, (size_t)--t->depth * sizeof *t->call);
  t->call[t->depth++] = (struct call){ .stub = stub, .sp = sp, .back = back };
}

static void
leave (struct thread *t, const struct trace_regs *regs)
{
  print ("leave %d 0x%" PRIx64, (int)t->pid, value_of (t, regs, trace_result));
  print_registers (t, regs, 0);
  mark ();
  t->depth--;
  events_print ();
}

/* Whether the handler has returned, to where the signal came or, for a call
   that the kernel restarts, to the trap before.  */
static int
is_back (const struct call *call, uint64_t ip, uint64_t sp)
{
  return sp == call->handler_sp && (ip == call->ip || ip + 2 == call->ip);
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
  struct call *call = t->depth ? &t->call[t->depth - 1] : NULL;
  if (call && call->in_handler && is_back (call, ip, sp))
    call->in_handler = 0;
  if (!call || call->in_handler)
    {
      const struct stub *stub = stub_at (t, ip);
      if (stub)
        {
          enter (t, stub, &regs);
          call = &t->call[t->depth - 1];
        }
    }
  else if (ip == call->back && sp > call->sp)
    {
      leave (t, &regs);
      return;
    }
  if (call && !call->in_handler && call->steps < STEPS_RECORDED)
    {
      print_step (t, call, &regs);
      call->steps++;
    }
  else if (call && ++call->unseen == STEPS_UNSEEN)
    {
      print ("lost %d %s", (int)t->pid, call->stub->name);
      mark ();
      t->depth = 0;
    }
}

/* --- Stops.  */

/* Whether it is at one of our breakpoints, which it then has not reached
   yet.  */
static int
at_breakpoint (struct thread *t)
{
  siginfo_t info;
  struct trace_regs regs;
  if (ptrace (PTRACE_GETSIGINFO, t->pid, 0, &info) != 0
      || info.si_code != SI_KERNEL || trace_get (t->pid, &regs) != 0
      || !stub_at (t, value_of (t, &regs, trace_ip) - 1))
    return 0;
  regs.value[trace_ip]--;
  trace_set (t->pid, &regs);
  return 1;
}

int
calls_stop (struct thread *t, int status)
{
  uint64_t ip;
  struct trace_regs regs;
  int signal = trace_signal (status);
  struct call *call = t->depth ? &t->call[t->depth - 1] : NULL;
  if (t->lifted)
    exchange (t->pid, t->lifted->address + t->slide, BREAKPOINT);
  t->lifted = NULL;
  if (status >> 16 || !t->image)
    return signal;
  if (signal == SIGTRAP && at_breakpoint (t))
    {
      look (t);
      return 0;
    }
  if (!call)
    return signal;
  enum trace_step step
      = signal == SIGTRAP ? trace_step (t->pid, &ip) : TRACE_OWN;
  if (step == TRACE_OWN)
    {
      if (!call->in_handler && trace_get (t->pid, &regs) == 0)
        {
          call->ip = value_of (t, &regs, trace_ip);
          call->handler_sp = value_of (t, &regs, trace_sp);
        }
      return signal;
    }
  if (step == TRACE_HANDLER)
    {
      /* Our next signal would reset a handler that blocks it.  */
      trace_unblock (t->pid, SIGTRAP);
      call->in_handler = 1;
    }
  look (t);
  return 0;
}

void
calls_resume (struct thread *t, int signal)
{
  int steps = t->depth != 0;
  if (steps)
    {
      t->lifted = stub_at (t, trace_ip_of (t->pid));
      if (t->lifted)
        exchange (t->pid, t->lifted->address + t->slide, t->lifted->byte);
    }
  trace_resume (t->pid, steps ? PTRACE_SINGLESTEP : PTRACE_CONT, signal);
}
