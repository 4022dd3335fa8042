/* room.c - makes room in the store: removes the least recently used files.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define STATX_BASIC_STATS 0x7ff

/* struct statx, which is the same on all architectures.  */
struct statx
{
  uint32_t mask, blksize;
  uint64_t attributes;
  uint32_t nlink, uid, gid;
  uint16_t mode, pad;
  uint64_t ino, size, blocks, more;
  struct
  {
    int64_t seconds;
    uint32_t nanoseconds, pad;
  } atime, btime, ctime, mtime;
  uint64_t rest[16];
};

/* Before Linux 4.11 it fails: a file is then sent with every command, and none
   is removed.  */
int
facts_of (const char *path, struct facts *facts)
{
  struct statx s;
  long result = KERNEL (statx, AT_FDCWD, path, 0, STATX_BASIC_STATS, &s);
  if (result)
    return (int)-result;
  facts->size = s.size;
  facts->mtime = s.mtime.seconds;
  facts->mtime_ns = s.mtime.nanoseconds;
  facts->ctime = s.ctime.seconds * 1000 + s.ctime.nanoseconds / 1000000;
  return 0;
}

/* The bytes on the line of /proc/meminfo that begins with NAME, or 0.  */
static uint64_t
memory (const char *name)
{
  char text[4096];
  int fd = open ("/proc/meminfo", O_RDONLY | O_CLOEXEC);
  ssize_t got = fd < 0 ? 0 : read (fd, text, sizeof text - 1);
  close (fd);
  text[got > 0 ? got : 0] = 0;
  for (const char *line = text; *line; line++)
    {
      const char *at = text_after (line, name);
      for (; at && *at == ' '; at++)
        ;
      if (at)
        return (uint64_t)text_number (at) << 10;
      while (*line && *line != '\n')
        line++;
      if (!*line)
        break;
    }
  return 0;
}

/* Free and total bytes of the store, which shares the memory for files with
   all other tmpfs.  statfs would have them as well, in a struct of almost each
   architecture's own.  */
static uint64_t
room (uint64_t *all)
{
  uint64_t used = memory ("Shmem:");
  *all = memory ("MemTotal:") / 100 * STORE_PERCENT;
  return used < *all ? *all - used : 0;
}

/* Calls DO for each file in the store.  */
static void
each (void (*act) (const char *name, const struct facts *, int64_t *),
      int64_t *arg)
{
  _Alignas (struct entry) char buffer[4096];
  char name[NAME_SIZE];
  int fd = open (STORE, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  long got;
  while ((got = KERNEL (getdents64, fd, buffer, sizeof buffer, 0, 0)) > 0)
    for (long at = 0; at < got;)
      {
        const struct entry *e = (const struct entry *)(buffer + at);
        struct facts facts;
        at += e->length;
        text_add (text_add (name, STORE), e->name);
        if (e->name[0] != '.' && facts_of (name, &facts) == 0)
          act (name, &facts, arg);
      }
  close (fd);
}

static void
take_range (const char *name, const struct facts *facts, int64_t *range)
{
  if (facts->ctime < range[0])
    range[0] = facts->ctime;
  if (facts->ctime > range[1])
    range[1] = facts->ctime;
}

static void
remove_old (const char *name, const struct facts *facts, int64_t *range)
{
  if (facts->ctime <= range[0] + (range[1] - range[0]) / 2)
    unlink (name);
}

/* A quarter stays free for files that programs write.  Each use of a file
   creates a link, which sets its ctime.  Files in use have links
   elsewhere.  */
int
room_make (uint64_t size)
{
  uint64_t all, have = room (&all);
  while (have < size + all / 4)
    {
      int64_t range[2] = { INT64_MAX, INT64_MIN };
      each (take_range, range);
      if (range[0] > range[1])
        break;
      each (remove_old, range);
      have = room (&all);
    }
  return have < size ? ENOSPC : 0;
}
