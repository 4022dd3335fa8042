/* room.c - makes room in the store: removes the least recently used files.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define AT_FDCWD (-100)
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

/* Free and total bytes: struct statfs consists of words on both
   architectures.  */
static uint64_t
room (uint64_t *all)
{
  unsigned long words[32];
  if (KERNEL (statfs, STORE, words, 0, 0, 0))
    return *all = 0;
  *all = (uint64_t)words[1] * words[2];
  return (uint64_t)words[1] * words[3];
}

/* Calls DO for each file in the store.  */
static void
each (void (*act) (const char *name, const struct facts *, int64_t *),
      int64_t *arg)
{
  char buffer[4096], name[NAME_SIZE];
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
