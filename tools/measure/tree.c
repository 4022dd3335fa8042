/* tree.c - finds all descendants of this process.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"
#include "../ptrace/process.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* As this process is their subreaper, none is adopted by another.  */

struct process
{
  pid_t pid;
  struct process_stat stat;
  int ours;
};

static int
all (struct process **list)
{
  int count = 0, room = 0;
  DIR *directory = opendir ("/proc");
  struct dirent *entry;
  while (directory && (entry = readdir (directory)))
    {
      pid_t pid = atoi (entry->d_name);
      if (pid <= 0)
        continue;
      if (count == room)
        {
          room = room * 2 + 256;
          struct process *more = realloc (*list, room * sizeof *more);
          if (!more)
            break;
          *list = more;
        }
      /* A process whose first thread has ended is a zombie, but may
         continue in other threads, so it counts as well.  */
      struct process *p = &(*list)[count++];
      p->pid = pid;
      p->ours = 0;
      process_stat (pid, &p->stat);
    }
  if (directory)
    closedir (directory);
  return count;
}

static int
belongs (const struct process *list, int count, pid_t parent)
{
  if (parent == getpid ())
    return 1;
  for (int i = 0; i < count; i++)
    if (list[i].pid == parent)
      return list[i].ours;
  return 0;
}

/* Marks them, and returns their number.  */
static int
mark (struct process *list, int count)
{
  int number = 0, before;
  do
    {
      before = number;
      for (int i = 0; i < count; i++)
        if (!list[i].ours && list[i].stat.parent
            && belongs (list, count, list[i].stat.parent))
          {
            list[i].ours = 1;
            number++;
          }
    }
  while (number > before);
  return number;
}

int
tree_list (pid_t *found, int most)
{
  struct process *list = NULL;
  int count = all (&list), number = 0;
  mark (list, count);
  for (int i = 0; i < count && number < most; i++)
    if (list[i].ours)
      found[number++] = list[i].pid;
  free (list);
  return number;
}

/* Kills groups as well: no process can escape that by fork.  Our group is a
   different one, since each program has a session of its own.  */
void
tree_kill (void)
{
  struct process *list = NULL;
  int count = all (&list);
  mark (list, count);
  for (int i = 0; i < count; i++)
    if (list[i].ours)
      {
        kill (list[i].pid, SIGKILL);
        if (list[i].stat.group > 0 && list[i].stat.group != getpgrp ())
          kill (-list[i].stat.group, SIGKILL);
      }
  free (list);
}
