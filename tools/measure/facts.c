/* facts.c - what /proc says of the first process.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../steps/process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of exec itself, which are not the program's.  */
static long long faults_before, major_before;

/* The number after KEY in /proc/PID/NAME; -1: it is not there.  */
static long long
number_in (const char *name, pid_t pid, const char *key)
{
  char path[64], line[512];
  long long value = -1;
  snprintf (path, sizeof path, "/proc/%d/%s", (int)pid, name);
  FILE *file = fopen (path, "re");
  if (!file)
    return -1;
  while (fgets (line, sizeof line, file))
    if (!strncmp (line, key, strlen (key)))
      value = atoll (line + strlen (key));
  fclose (file);
  return value;
}

pid_t
facts_group (pid_t thread)
{
  return (pid_t)number_in ("status", thread, "Tgid:");
}

/* Of all its threads, those that have ended included.  */
static int
faults_of (pid_t pid, long long *minor, long long *major)
{
  char path[64], line[1024];
  int found = 0;
  snprintf (path, sizeof path, "/proc/%d/stat", (int)pid);
  FILE *file = fopen (path, "re");
  if (!file)
    return 0;
  if (fgets (line, sizeof line, file) && strrchr (line, ')'))
    found = sscanf (strrchr (line, ')') + 1,
                    " %*c %*d %*d %*d %*d %*d %*u %lld %*u %lld", minor, major)
            == 2;
  fclose (file);
  return found;
}

/* It stands before its first instruction.  */
void
facts_begin (void)
{
  const struct program *elf = &program->elf;
  uint64_t main = program_function (elf, "main");
  uint64_t entry = process_entry (program->pid, elf->bits);
  if (main && entry)
    step_main = main + entry - elf->entry;
  faults_of (program->pid, &faults_before, &major_before);
}

/* Before 6.2 a thread counts its last 64 pages by itself until it exits, so
   the peak lacks them: what is there now is counted page by page.  */
static long long
peak_of (pid_t thread)
{
  long long peak = number_in ("status", thread, "VmHWM:");
  long long now = number_in ("smaps_rollup", thread, "Rss:");
  return peak > now ? peak : now;
}

void
facts_read (pid_t thread)
{
  long long minor, major, peak = peak_of (thread);
  if (peak > tally.peak)
    tally.peak = peak;
  if (!faults_of (program->pid, &minor, &major))
    return;
  tally.faults = minor - faults_before + major - major_before;
  tally.major_faults = major - major_before;
}
