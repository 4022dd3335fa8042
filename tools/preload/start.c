/* start.c - stops a program when its loader has bound all its calls.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"
#include "process.h"
#include "symbols.h"
#include "trace.h"

#include <elf.h>
#include <errno.h>
#include <limits.h>
#include <link.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

enum
{
  MOST = 100000 /* Objects of a list that has an end.  */
};

void
process_read (const struct process *p, uint64_t address, void *data,
              size_t size)
{
  if (trace_read (p->pid, address, data, size) != 0)
    die (WRONG,
         "cannot read the memory of the program: %s; process_vm_readv, of "
         "Linux 3.2, may be denied here",
         strerror (errno));
}

uint64_t
process_word (const struct process *p, uint64_t address)
{
  uint64_t word = 0; /* i386 and x86_64 have the low bytes first.  */
  process_read (p, address, &word, (size_t)p->bits / 8);
  return word;
}

uint64_t
dynamic_value (const struct process *p, uint64_t list, uint64_t tag)
{
  uint64_t size = (uint64_t)p->bits / 8, found;
  while ((found = process_word (p, list)) != tag && found != DT_NULL)
    list += 2 * size;
  return found == tag ? process_word (p, list + size) : 0;
}

static char *
read_string (const struct process *p, uint64_t address)
{
  char string[PATH_MAX];
  size_t n = 0;
  do
    process_read (p, address + n, string + n, 1);
  while (string[n] && ++n < sizeof string - 1);
  string[n] = 0;
  return text ("%s", string);
}

/* The list of PT_DYNAMIC of the program, by its headers in memory.  */
static uint64_t
program_dynamic (const struct process *p)
{
  uint64_t at = process_auxiliary (p->pid, AT_PHDR, p->bits), bias = 0;
  uint64_t count = process_auxiliary (p->pid, AT_PHNUM, p->bits);
  uint64_t size = process_auxiliary (p->pid, AT_PHENT, p->bits);
  for (uint64_t i = 0, here = at; i < count; i++, here += size)
    {
      Elf64_Phdr wide = { 0 };
      Elf32_Phdr narrow = { 0 };
      if (p->bits == 64)
        process_read (p, here, &wide, sizeof wide);
      else
        {
          process_read (p, here, &narrow, sizeof narrow);
          wide.p_type = narrow.p_type;
          wide.p_vaddr = narrow.p_vaddr;
        }
      if (wide.p_type == PT_PHDR)
        bias = at - wide.p_vaddr;
      if (wide.p_type == PT_DYNAMIC)
        return bias + wide.p_vaddr;
    }
  return 0;
}

/* The loader's struct r_debug, which debuggers use: its words are version,
   list of objects, address to stop at, state.  */
static uint64_t
debugger_word (const struct process *p, int which)
{
  uint64_t at = program_dynamic (p);
  at = at ? dynamic_value (p, at, DT_DEBUG) : 0;
  return at ? process_word (p, at + (uint64_t)which * p->bits / 8) : 0;
}

/* Both loaders call this function, for debuggers, when they have relocated
   all objects and before they call any constructor; glibc's also before it
   loads the first.  */
static void
run_loader (const struct process *p, const struct target *t)
{
  struct program loader;
  const char *wrong = program_open (&loader, t->loader);
  uint64_t stop = wrong ? 0 : program_function (&loader, "_dl_debug_state");
  if (!stop)
    die (WRONG, "the loader %s %s; install its package anew", t->loader,
         wrong ? wrong : "has no _dl_debug_state");
  uint64_t base = process_auxiliary (p->pid, AT_BASE, p->bits);
  if (!base)
    die (WRONG, "cannot read /proc/%d/auxv; is /proc mounted?", (int)p->pid);
  stop += base;
  if (trace_stop_at (p->pid, stop, 0) != 0)
    die (WRONG, "cannot stop the program: %s; try another kernel",
         strerror (errno));
  for (int signal = 0;;)
    {
      int status = trace_run (p->pid, PTRACE_CONT, signal);
      if (status < 0 || !WIFSTOPPED (status))
        die (WRONG, "the loader of '%s' failed; install what it names",
             t->path);
      signal = trace_signal (status);
      if (signal != SIGTRAP || trace_ip_of (p->pid) != stop)
        continue;
      signal = 0;
      if (debugger_word (p, 1) && debugger_word (p, 3) == RT_CONSISTENT)
        return;
    }
}

/* The objects, from the list of struct link_map: bias, name, list of
   PT_DYNAMIC, next.  */
static void
list_objects (struct process *p)
{
  uint64_t word = (uint64_t)p->bits / 8;
  uint64_t at = debugger_word (p, 1);
  for (; at && p->count < MOST; at = process_word (p, at + 3 * word))
    {
      p->objects
          = realloc (p->objects, (size_t)(p->count + 1) * sizeof *p->objects);
      if (!p->objects)
        die (WRONG, "there is no memory left; end some programs");
      p->objects[p->count++] = (struct object){
        .name = read_string (p, process_word (p, at + word)),
        .bias = process_word (p, at),
        .dynamic = process_word (p, at + 2 * word),
      };
    }
}

void
process_start (struct process *p, const struct target *t, char **command)
{
  *p = (struct process){ .bits = t->arch->elf_class == ELFCLASS32 ? 32 : 64 };
  /* A loader binds lazily otherwise.  */
  setenv ("LD_BIND_NOW", "1", 1);
  char *words[] = { text ("%s", t->path), NULL };
  p->pid = trace_start (words, 0);
  if (p->pid < 0 && errno == ENOENT)
    command_fail (*command, errno);
  if (p->pid < 0)
    die (CANNOT_RUN, "cannot trace '%s': %s; ptrace may be denied here",
         *command, strerror (errno));
  run_loader (p, t);
  list_objects (p);
}

void
process_end (const struct process *p)
{
  kill (p->pid, SIGKILL);
  waitpid (p->pid, NULL, __WALL);
}
