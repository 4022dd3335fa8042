/* send.c - sends files, arguments and environment to a guest.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Waits until a frame of LENGTH bytes finds room.  */
static int
put (struct link *l, int type, const void *data, size_t length)
{
  while (!link_has_room (l, length))
    if (link_move (l, 1000) != 0)
      return -1;
  link_put (l, type, data, length);
  return 0;
}

struct source
{
  const char *name; /* As given.  */
  char *path;
  int fd;
  struct stat stat;
};

static void
open_source (struct source *s, const char *name)
{
  s->name = name;
  s->path = path_absolute (name);
  s->fd = open (name, O_RDONLY | O_CLOEXEC);
  if (s->fd < 0 || fstat (s->fd, &s->stat) != 0)
    die (WRONG, "cannot read '%s': %s", name, strerror (errno));
  if (!S_ISREG (s->stat.st_mode))
    die (WRONG, "'%s' is no regular file; give the files one by one", name);
  if (strlen (s->path) >= PATH_MAX)
    die (WRONG, "the path of '%s' is too long", name);
}

/* The key identifies a file that the guest already has; it changes with any
   change of the file.  */
static int
name_source (struct link *l, const struct source *s)
{
  const struct stat *t = &s->stat;
  struct file_head head = { (uint64_t)t->st_size, t->st_mtim.tv_sec,
                            (uint32_t)t->st_mtim.tv_nsec, t->st_mode & 07777 };
  char *key = text ("%jx-%jx-%jx-%jx.%lx-%jx.%lx-%x", (uintmax_t)t->st_dev,
                    (uintmax_t)t->st_ino, (uintmax_t)t->st_size,
                    (uintmax_t)t->st_mtim.tv_sec, t->st_mtim.tv_nsec,
                    (uintmax_t)t->st_ctim.tv_sec, t->st_ctim.tv_nsec,
                    t->st_mode & 07777);
  size_t key_size = strlen (key) + 1, path_size = strlen (s->path) + 1;
  char *data = allocate (sizeof head + key_size + path_size);
  memcpy (data, &head, sizeof head);
  memcpy (data + sizeof head, key, key_size);
  memcpy (data + sizeof head + key_size, s->path, path_size);
  int result = put (l, FILE_NAMED, data, sizeof head + key_size + path_size);
  free (data);
  free (key);
  return result;
}

/* The guest gave up before it started the program, mostly for lack of
   room.  */
static void __attribute__ ((noreturn))
refused (const struct frame_head *head, const unsigned char *data)
{
  struct finished f;
  if (head->type != FINISHED || head->length < sizeof f)
    die (GUEST_FAILED, "the guest sent an unexpected frame; end it with "
                       "trapgate guest --stop");
  memcpy (&f, data, sizeof f);
  finish_failed (&f, (const char *)data + sizeof f, head->length - sizeof f);
}

/* Takes credit that has arrived; any other frame is fatal.  */
static void
take_credit (struct link *l)
{
  struct frame_head head;
  unsigned char *data;
  while ((data = link_frame (l, &head)))
    {
      uint32_t more;
      if (head.type != CREDIT || head.length != sizeof more)
        refused (&head, data);
      memcpy (&more, data, sizeof more);
      l->credit += more;
      link_next (l, &head);
    }
}

static int
send_source (struct link *l, const struct source *s)
{
  static char data[FRAME_MAX];
  for (off_t left = s->stat.st_size; left > 0;)
    {
      size_t want = left < (off_t)sizeof data ? (size_t)left : sizeof data;
      take_credit (l);
      if (l->credit < want)
        {
          if (link_move (l, 1000) != 0)
            return -1;
          continue;
        }
      ssize_t got = read (s->fd, data, want);
      if (got <= 0)
        die (GUEST_FAILED, "cannot read '%s': %s", s->name,
             got < 0 ? strerror (errno) : "it became shorter; try again");
      if (put (l, DATA, data, (size_t)got) != 0)
        return -1;
      l->credit -= (uint32_t)got;
      left -= got;
    }
  return 0;
}

static int
send_files (struct link *l, struct source *sources, size_t count)
{
  struct frame_head head;
  for (size_t i = 0; i < count; i++)
    if (name_source (l, sources + i) != 0)
      return -1;
  if (put (l, ASK, NULL, 0) != 0)
    return -1;
  unsigned char *data = link_wait (l, &head);
  if (!data)
    return -1;
  if (head.type != WANT || head.length != count)
    refused (&head, data);
  unsigned char *want = allocate (count);
  memcpy (want, data, count);
  link_next (l, &head);
  int result = 0;
  for (size_t i = 0; i < count && result == 0; i++)
    if (want[i])
      result = send_source (l, sources + i);
  free (want);
  return result;
}

static int
send_text (struct link *l, const char *at)
{
  for (size_t left = strlen (at) + 1; left > 0;)
    {
      size_t part = left < FRAME_MAX ? left : FRAME_MAX;
      if (put (l, SPEC, at, part) != 0)
        return -1;
      at += part;
      left -= part;
    }
  return 0;
}

static uint32_t
count_of (char *const *list)
{
  uint32_t count = 0;
  while (list[count])
    count++;
  return count;
}

static int
send_spec (struct link *l, const struct options *o, const char *path)
{
  struct spec_head head
      = { o->timeout, 0, count_of (o->command), count_of (environ) };
  char *cwd = getcwd (NULL, 0);
  if (!cwd || *cwd != '/')
    die (WRONG, "the working directory cannot be named: %s; go to another",
         strerror (errno));
  head.umask = umask (0);
  umask (head.umask);
  int result = put (l, SPEC, &head, sizeof head) || send_text (l, path)
               || send_text (l, cwd);
  for (char **at = o->command; *at && result == 0; at++)
    result = send_text (l, *at);
  for (char **at = environ; *at && result == 0; at++)
    result = send_text (l, *at);
  free (cwd);
  return result || put (l, GO, NULL, 0) ? -1 : 0;
}

/* 0, or -1 if the guest is gone.  */
int
send_all (struct link *l, const struct options *o, const char *path)
{
  struct source *sources = allocate ((o->count + 1) * sizeof *sources);
  for (size_t i = 0; i < o->count; i++)
    open_source (sources + i, o->with[i]);
  open_source (sources + o->count, path);
  int result = send_files (l, sources, o->count + 1) || send_spec (l, o, path);
  for (size_t i = 0; i <= o->count; i++)
    {
      close (sources[i].fd);
      free (sources[i].path);
    }
  free (sources);
  return result ? -1 : 0;
}
