/* capture.c - reads the output of a program, and stores its beginning.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

static void
keep (struct capture *c, const char *bytes, long long size)
{
  if (size > options.limit - c->kept)
    size = options.limit - c->kept;
  while (c->to >= 0 && size > 0)
    {
      ssize_t n = write (c->to, bytes, (size_t)size);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        die ("cannot write to '%s': %m; is there room?", c->path);
      bytes += n;
      size -= n;
      c->kept += n;
    }
}

/* 0 at the end of the output.  */
static int
take (struct capture *c)
{
  static char bytes[65536];
  ssize_t n = read (c->from, bytes, sizeof bytes);
  if (n < 0 && (errno == EINTR || errno == EAGAIN))
    return 1;
  if (n <= 0)
    return 0;
  c->total += n;
  keep (c, bytes, n);
  return 1;
}

static struct capture *listed[4];

int
captures_list (struct pollfd *list)
{
  int count = 0;
  for (struct job *job = program; job <= partner; job++)
    for (int i = 0; i < 2 && job->argv; i++)
      if (job->stream[i].from >= 0)
        {
          listed[count] = &job->stream[i];
          list[count++] = (struct pollfd){ job->stream[i].from, POLLIN, 0 };
        }
  return count;
}

static void
close_one (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

void
captures_take (const struct pollfd *list, int count)
{
  for (int i = 0; i < count; i++)
    if (list[i].revents && !take (listed[i]))
      close_one (&listed[i]->from);
}

void
captures_close (void)
{
  for (struct job *job = program; job <= partner; job++)
    for (int i = 0; i < 2 && job->argv; i++)
      {
        close_one (&job->stream[i].from);
        close_one (&job->stream[i].to);
        if (!job->pid)
          close_one (&job->stream[i].in);
      }
}
