/* process.c - what /proc says of where a running program's parts lie.  */
/* SPDX-License-Identifier: MIT */

#include "process.h"

#include <elf.h>
#include <stdio.h>
#include <string.h>

static FILE *
open_of (pid_t pid, const char *name)
{
  char path[64];
  snprintf (path, sizeof path, "/proc/%d/%s", (int)pid, name);
  return fopen (path, "re");
}

uint64_t
process_entry (pid_t pid, int bits)
{
  unsigned char pair[16];
  uint64_t entry = 0;
  size_t word = (size_t)bits / 8;
  FILE *file = open_of (pid, "auxv");
  if (!file)
    return 0;
  while (fread (pair, word, 2, file) == 2)
    {
      uint64_t type = 0, value = 0;
      memcpy (&type, pair, word);
      memcpy (&value, pair + word, word);
      if (type == AT_ENTRY)
        entry = value;
    }
  fclose (file);
  return entry;
}

void
process_vdso (pid_t pid, uint64_t *begin, uint64_t *end)
{
  char line[512];
  FILE *file = open_of (pid, "maps");
  *begin = *end = 0;
  if (!file)
    return;
  while (fgets (line, sizeof line, file))
    if (strstr (line, "[vdso]"))
      sscanf (line, "%lx-%lx", begin, end);
  fclose (file);
}
