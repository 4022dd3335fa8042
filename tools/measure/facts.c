/* facts.c - reads facts about the first process from /proc.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../ptrace/process.h"

/* Those of exec itself, which are not the program's.  */
static struct process_stat before;

pid_t
facts_group (pid_t thread)
{
  return (pid_t)process_number (thread, "status", "Tgid:");
}

/* It has stopped before its first instruction.  */
void
facts_begin (void)
{
  const struct program *elf = &program->elf;
  uint64_t main = program_function (elf, "main");
  uint64_t entry = process_entry (program->pid, elf->bits);
  if (main && entry)
    step_main = main + entry - elf->entry;
  process_stat (program->pid, &before);
}

/* Before 6.2 a thread counts its last 64 pages privately until it exits, so
   the peak lacks them: the current pages are counted one by one.  */
static long long
peak_of (pid_t thread)
{
  long long peak = process_number (thread, "status", "VmHWM:");
  long long now = process_number (thread, "smaps_rollup", "Rss:");
  return peak > now ? peak : now;
}

/* The faults of all threads, including those that have ended.  */
void
facts_read (pid_t thread)
{
  struct process_stat now;
  long long peak = peak_of (thread);
  if (peak > tally.peak)
    tally.peak = peak;
  if (!process_stat (program->pid, &now))
    return;
  tally.major_faults = (long long)(now.major_faults - before.major_faults);
  tally.faults = (long long)(now.minor_faults - before.minor_faults)
                 + tally.major_faults;
}
