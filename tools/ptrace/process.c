/* process.c - reads facts about a running process from /proc.  */
/* SPDX-License-Identifier: MIT */

#include "process.h"

#include <elf.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

FILE *
process_open (pid_t pid, const char *name)
{
  char path[64];
  snprintf (path, sizeof path, "/proc/%d/%s", (int)pid, name);
  return fopen (path, "re");
}

/* The name, in parentheses, may hold parentheses and spaces, so the fields
   are counted from the last one.  */
int
process_stat (pid_t pid, struct process_stat *s)
{
  char line[1024], *rest = NULL;
  FILE *file = process_open (pid, "stat");
  *s = (struct process_stat){ 0 };
  if (!file)
    return 0;
  if (fgets (line, sizeof line, file))
    rest = strrchr (line, ')');
  fclose (file);
  return rest
         && sscanf (rest, ") %c %d %d %*d %*d %*d %*u %lu %*u %lu", &s->state,
                    &s->parent, &s->group, &s->minor_faults, &s->major_faults)
                == 5;
}

long long
process_number (pid_t pid, const char *name, const char *key)
{
  char line[512];
  long long value = -1;
  FILE *file = process_open (pid, name);
  if (!file)
    return -1;
  while (fgets (line, sizeof line, file))
    if (!strncmp (line, key, strlen (key)))
      value = atoll (line + strlen (key));
  fclose (file);
  return value;
}

uint64_t
process_auxiliary (pid_t pid, uint64_t wanted, int bits)
{
  unsigned char pair[16];
  uint64_t found = 0;
  size_t word = (size_t)bits / 8;
  FILE *file = process_open (pid, "auxv");
  if (!file)
    return 0;
  while (fread (pair, word, 2, file) == 2)
    {
      uint64_t type = 0, value = 0;
      memcpy (&type, pair, word);
      memcpy (&value, pair + word, word);
      if (type == wanted)
        found = value;
    }
  fclose (file);
  return found;
}

uint64_t
process_entry (pid_t pid, int bits)
{
  return process_auxiliary (pid, AT_ENTRY, bits);
}

void
process_vdso (pid_t pid, uint64_t *begin, uint64_t *end)
{
  char line[512];
  FILE *file = process_open (pid, "maps");
  *begin = *end = 0;
  if (!file)
    return;
  while (fgets (line, sizeof line, file))
    if (strstr (line, "[vdso]"))
      sscanf (line, "%" SCNx64 "-%" SCNx64, begin, end);
  fclose (file);
}
