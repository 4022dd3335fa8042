/* files.c - the store: received files, by the client's keys.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Architectures since Linux 3.15 have the newer call alone.  */
#ifdef TG_NR_renameat
#define MOVE(from, to) KERNEL (renameat, AT_FDCWD, from, AT_FDCWD, to, 0)
#else
#define MOVE(from, to) KERNEL (renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)
#endif

static char *
store_name (char *name, const char *key)
{
  text_add (text_add (name, STORE), key);
  return name;
}

/* A file being received: one for each channel.  */
static char *
new_name (char *name, int channel)
{
  text_add_number (text_add (name, "/w/new-"), (uint32_t)channel);
  return name;
}

/* Whether it is there unchanged: a program may have written to it.  */
int
file_known (const struct file *f)
{
  char name[NAME_SIZE];
  struct facts facts;
  return facts_of (store_name (name, f->key), &facts) == 0
         && facts.size == f->head.size && facts.mtime == f->head.mtime
         && facts.mtime_ns == f->head.mtime_ns;
}

/* The functions that create, write and finish return 0 or the error.  */
int
file_create (struct file *f)
{
  char name[NAME_SIZE];
  int error = room_make (f->head.size);
  if (error)
    return error;
  f->fd
      = open (new_name (name, f->channel),
              O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, f->head.mode & 07777);
  f->left = f->head.size;
  return f->fd < 0 ? errno : 0;
}

int
file_write (struct file *f, const void *data, size_t length)
{
  const char *at = data;
  if (length > f->left)
    return EPROTO;
  f->left -= length;
  while (length > 0)
    {
      ssize_t put = write (f->fd, at, length);
      if (put <= 0)
        return put < 0 ? errno : ENOSPC;
      at += put;
      length -= (size_t)put;
    }
  return 0;
}

/* Replaces an earlier one of that name, which a program may still execute.  */
int
file_finish (struct file *f)
{
  char from[NAME_SIZE], to[NAME_SIZE];
  long times[4] = { (long)f->head.mtime, (long)f->head.mtime_ns,
                    (long)f->head.mtime, (long)f->head.mtime_ns };
  close (f->fd);
  f->fd = -1;
  new_name (from, f->channel);
  KERNEL (utimensat, AT_FDCWD, from, times, 0, 0);
  return (int)-MOVE (from, store_name (to, f->key));
}
