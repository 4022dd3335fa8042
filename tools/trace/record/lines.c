/* lines.c - prints lines, and those that record a thread among the events.  */
/* SPDX-License-Identifier: MIT */

#include "record.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int put_failed;

/* Not by stdio, which drops its buffer if a signal interrupts a write to a
   full pipe.  */
void
put_out (const char *text, size_t size)
{
  while (size && !put_failed)
    {
      ssize_t n = write (STDOUT_FILENO, text, size);
      if (n < 0 && errno != EINTR)
        put_failed = 1;
      text += n > 0 ? n : 0;
      size -= n > 0 ? (size_t)n : 0;
    }
}

void
die (const char *format, ...)
{
  va_list list;
  va_start (list, format);
  fputs ("trapgate trace: ", stderr);
  vfprintf (stderr, format, list);
  fputc ('\n', stderr);
  va_end (list);
  events_close ();
  exit (2);
}

void
say (const char *format, ...)
{
  char text[512];
  va_list list;
  va_start (list, format);
  events_print ();
  int size = vsnprintf (text, sizeof text - 1, format, list);
  va_end (list);
  if (size >= (int)sizeof text - 1)
    die ("a line is too long");
  text[size++] = '\n';
  put_out (text, (size_t)size);
}

/* --- The lines of a thread.  */

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

/* The registers that differ from those of the call's last line, or all.  */
static void
print_registers (const struct thread *t, struct call *call,
                 const struct trace_regs *regs)
{
  for (const struct trace_reg *r = t->image->arch->general; r->name; r++)
    if (!call->steps
        || value_of (t, regs, r->at) != value_of (t, &call->regs, r->at))
      print (" %s=0x%" PRIx64, r->name, value_of (t, regs, r->at));
  call->regs = *regs;
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
line_step (const struct thread *t, struct call *call,
           const struct trace_regs *regs)
{
  uint64_t ip = value_of (t, regs, trace_ip);
  print ("step %d 0x%" PRIx64, (int)t->pid, ip);
  print_code (t, ip);
  print_registers (t, call, regs);
  mark ();
}

/* Whether SIZE bytes can be read; if not, they are noted.  */
static int
try (const struct thread *t, uint64_t address, void *data, size_t size)
{
  if (trace_read (t->pid, address, data, size) == 0)
    return 1;
  if (!length)
    print ("unreadable %d", (int)t->pid);
  print (" 0x%" PRIx64, address);
  return 0;
}

/* The probes read two numbers of 8 bytes.  */
static void
try_argument (const struct thread *t, uint64_t address)
{
  uint64_t data;
  if (try (t, address, &data, sizeof data))
    try (t, address + sizeof data, &data, sizeof data);
}

void
line_trap (const struct thread *t, const struct trace_regs *regs)
{
  const struct trace_arch *arch = t->image->arch;
  size_t size = (size_t)arch->word_size;
  int is_block = t->block && (int)value_of (t, regs, trace_result) == t->block;
  uint64_t word = 0, at = value_of (t, regs, arch->call[1].at);
  for (int i = 0; arch->call[i].name && (!is_block || i == 0); i++)
    try_argument (t, value_of (t, regs, arch->call[i].at));
  for (int i = 0; is_block && i < 6; i++, at += size)
    if (try (t, at, &word, size))
      try_argument (t, word);
  if (length)
    mark ();
}

void
line_leave (const struct thread *t, struct call *call,
            const struct trace_regs *regs)
{
  print ("leave %d 0x%" PRIx64, (int)t->pid, value_of (t, regs, trace_result));
  print_registers (t, call, regs);
  mark ();
}

void
line_end (const struct thread *t, const struct call *call, const char *why)
{
  print ("%s %d %s", why, (int)t->pid, call->stub->name);
  mark ();
}
