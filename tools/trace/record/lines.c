/* lines.c - the lines that record a thread, among the kernel's events.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

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

uint64_t
value_of (const struct thread *t, const struct trace_regs *regs, int at)
{
  uint64_t value = regs->value[at];
  return t->image->arch->word_size == 4 ? (uint32_t)value : value;
}

/* The longest instruction has 15 bytes; fewer may be readable.  */
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
      print ("%s%02x", i ? "" : " ", stub ? stub->byte : code[i]);
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

void
line_enter (const struct thread *t, const struct call *call,
            const struct trace_regs *regs)
{
  const struct trace_arch *arch = t->image->arch;
  size_t size = (size_t)arch->word_size;
  print ("enter %d %s 0x%" PRIx64 " 0x%" PRIx64, (int)t->pid, call->stub->name,
         call->sp, call->back);
  for (int i = 0; i < call->stub->arguments; i++)
    {
      uint64_t argument = 0;
      if (arch->arguments->name)
        argument = value_of (t, regs, arch->arguments[i].at);
      else
        trace_read (t->pid, call->sp + (size_t)(i + 1) * size, &argument,
                    size);
      print (" 0x%" PRIx64, argument);
    }
  mark ();
}

void
line_step (struct thread *t, const struct trace_regs *regs, int all)
{
  uint64_t ip = value_of (t, regs, trace_ip);
  print ("step %d 0x%" PRIx64, (int)t->pid, ip);
  print_code (t, ip);
  print_registers (t, regs, all);
  mark ();
}

void
line_leave (struct thread *t, const struct trace_regs *regs)
{
  print ("leave %d 0x%" PRIx64, (int)t->pid, value_of (t, regs, trace_result));
  print_registers (t, regs, 0);
  mark ();
}

void
line_lost (const struct thread *t, const struct call *call)
{
  print ("lost %d %s", (int)t->pid, call->stub->name);
  mark ();
}
