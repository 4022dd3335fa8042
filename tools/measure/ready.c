/* ready.c - finds out whether a program waits for its partner.  */
/* SPDX-License-Identifier: MIT */

#include "ready.h"
#include "../ptrace/process.h"
#include "waiting.h"

#include <dirent.h>
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* From outside, through /proc alone: the program must not be affected.  */

/* Whether it sleeps in a call that waits for another process.  */
static int
waits (pid_t pid)
{
  char class[EI_CLASS + 1] = "";
  struct process_stat stat;
  long number = -1;
  unsigned long operation = 0;
  if (!process_stat (pid, &stat) || stat.state != 'S')
    return 0;
  FILE *file = process_open (pid, "syscall");
  if (!file)
    return 0;
  (void)!fscanf (file, "%ld %lx", &number, &operation);
  fclose (file);
  file = process_open (pid, "exe");
  if (!file)
    return 0;
  (void)!fread (class, sizeof class, 1, file);
  fclose (file);
  return class[EI_CLASS] == ELFCLASS32
             ? waiting_i386 (number) || waiting_operation (number, operation)
             : waiting_x86_64 (number);
}

/* Lines of /proc/PID/net/NAME: the number of the field with the state, the
   state to look for (listening; not connected), and the field with the
   inode.  */
static const struct table
{
  const char *name, *state;
  int state_field, inode_field;
} tables[] = {
  { "tcp", "0A", 3, 9 },  { "tcp6", "0A", 3, 9 },       { "udp", "07", 3, 9 },
  { "udp6", "07", 3, 9 }, { "unix", "00010000", 3, 6 },
};

static int
has_inode (pid_t pid, const char *inode)
{
  char path[64], wanted[64], link[64];
  int found = 0;
  snprintf (wanted, sizeof wanted, "socket:[%s]", inode);
  snprintf (path, sizeof path, "/proc/%d/fd", (int)pid);
  DIR *directory = opendir (path);
  struct dirent *entry;
  while (!found && directory && (entry = readdir (directory)))
    {
      ssize_t n = readlinkat (dirfd (directory), entry->d_name, link,
                              sizeof link - 1);
      if (n > 0)
        {
          link[n] = 0;
          found = !strcmp (link, wanted);
        }
    }
  if (directory)
    closedir (directory);
  return found;
}

/* A datagram socket of AF_UNIX is bound if the line has a name.  */
static int
matches (char *line, const struct table *table, const char **inode)
{
  char *field[16] = { 0 };
  int count = 0;
  for (char *word = strtok (line, " \n"); word && count < 16;
       word = strtok (NULL, " \n"))
    field[count++] = word;
  if (count <= table->inode_field)
    return 0;
  *inode = field[table->inode_field];
  return !strcmp (field[table->state_field], table->state)
         || (table->inode_field == 6 && !strcmp (field[4], "0002")
             && field[7]);
}

static int
listens (pid_t pid)
{
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    {
      char name[16], line[512];
      const char *inode;
      int found = 0;
      snprintf (name, sizeof name, "net/%s", tables[i].name);
      FILE *file = process_open (pid, name);
      while (file && !found && fgets (line, sizeof line, file))
        found = matches (line, &tables[i], &inode) && has_inode (pid, inode);
      if (file)
        fclose (file);
      if (found)
        return 1;
    }
  return 0;
}

int
ready (const pid_t *list, int count)
{
  for (int i = 0; i < count; i++)
    if (waits (list[i]) || listens (list[i]))
      return 1;
  return 0;
}
