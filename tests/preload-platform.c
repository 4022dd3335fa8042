/* preload-platform.c - runs a program without AT_PLATFORM, as gVisor does.  */
/* SPDX-License-Identifier: MIT */

#include "../tools/ptrace/trace.h"

#include <elf.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

static uint64_t
word_at (pid_t pid, uint64_t address)
{
  unsigned long word = 0;
  trace_read (pid, address, &word, sizeof word);
  return word;
}

int
main (int argc, char **argv)
{
  struct trace_regs regs;
  unsigned long ignore = AT_IGNORE;
  int status, found = 0;
  pid_t pid = argc < 2 ? -1 : trace_start (argv + 1, 0);
  if (pid < 0 || trace_get (pid, &regs) != 0)
    return 2;
  /* The stack: a count, the arguments, 0, the environment, 0, the pairs.  */
  uint64_t at = regs.value[trace_sp] + sizeof ignore;
  for (int zeros = 0; zeros < 2; at += sizeof ignore)
    zeros += word_at (pid, at) == 0;
  for (uint64_t type; (type = word_at (pid, at)); at += 2 * sizeof ignore)
    if (type == AT_PLATFORM)
      found = trace_write (pid, at, &ignore, sizeof ignore) == 0;
  if (!found || ptrace (PTRACE_DETACH, pid, 0, 0) != 0
      || waitpid (pid, &status, 0) != pid || !WIFEXITED (status))
    return 2;
  return WEXITSTATUS (status);
}
