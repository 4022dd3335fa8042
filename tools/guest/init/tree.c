/* tree.c - creates and removes the root directory of a run.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define AT_REMOVEDIR 0x200

/* RUNS, the number, and PATH, which is absolute or empty.  Returns NAME.  */
char *
tree_name (char *name, int channel, const char *path)
{
  text_add (text_add_number (text_add (name, RUNS), (uint32_t)channel), path);
  return name;
}

/* Makes the directories from AT on in NAME, an absolute path; all of them,
   or all but the last.  */
static int
make_all (char *name, char *at, int last_too)
{
  for (; *at; at++)
    if (*at == '/')
      {
        *at = 0;
        mkdir (name, 0755);
        *at = '/';
      }
  if (last_too && mkdir (name, 0755) && errno != EEXIST)
    return errno;
  return 0;
}

static char *
end_of_root (char *name)
{
  char *at = name + sizeof RUNS - 1;
  while (*at && *at != '/')
    at++;
  return *at ? at + 1 : at;
}

/* 0 or the error, as the others return.  */
int
tree_directory (int channel, const char *path)
{
  char name[NAME_SIZE];
  tree_name (name, channel, path);
  return make_all (name, end_of_root (name), 1);
}

int
tree_link (int channel, const char *key, const char *path)
{
  char name[NAME_SIZE], from[NAME_SIZE];
  tree_name (name, channel, path);
  make_all (name, end_of_root (name), 0);
  text_add (text_add (from, STORE), key);
  unlink (name);
  return link (from, name) ? errno : 0;
}

int
tree_make (int channel)
{
  static const char *const parts[]
      = { "", "/proc", "/sys", "/dev", "/tmp", "/run", "/etc", "/var" };
  char name[NAME_SIZE];
  tree_remove (channel);
  for (unsigned i = 0; i < sizeof parts / sizeof *parts; i++)
    if (mkdir (tree_name (name, channel, parts[i]), 0755))
      return errno;
  return chmod (tree_name (name, channel, "/tmp"), 01777) ? errno : 0;
}

static int
is_dots (const char *name)
{
  return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

/* Removes the contents of directory FD, and closes it.  */
static void
remove_inside (int fd)
{
  _Alignas (struct entry) char buffer[1024];
  long got;
  while ((got = KERNEL (getdents64, fd, buffer, sizeof buffer, 0, 0)) > 0)
    for (long at = 0; at < got;)
      {
        const struct entry *e = (const struct entry *)(buffer + at);
        at += e->length;
        if (is_dots (e->name)
            || KERNEL (unlinkat, fd, e->name, 0, 0, 0) != -EISDIR)
          continue;
        long below
            = KERNEL (openat, fd, e->name,
                      O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0, 0);
        if (below >= 0)
          remove_inside ((int)below);
        KERNEL (unlinkat, fd, e->name, AT_REMOVEDIR, 0, 0);
      }
  close (fd);
}

void
tree_remove (int channel)
{
  char name[NAME_SIZE];
  int fd = open (tree_name (name, channel, ""),
                 O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;
  remove_inside (fd);
  rmdir (name);
}
