/* end.c - ends a program, and all processes that it left.  */
/* SPDX-License-Identifier: MIT */

#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Reaps all children that have ended, orphans included.  Whether the
   program itself is among them.  */
int
program_reap (struct program *p)
{
  int status, ended = 0;
  pid_t pid;
  while ((pid = waitpid (-1, &status, WNOHANG | __WALL)) > 0)
    if (pid == p->pid)
      {
        p->status = status;
        p->pid = -1;
        ended = 1;
      }
  return ended;
}

/* The parent of process NAME, a number.  The field in parentheses may hold
   any byte, also a parenthesis.  */
static pid_t
parent_of (const char *name)
{
  char path[64], text[512], *at = NULL;
  text_add (text_add (text_add (path, "/proc/"), name), "/stat");
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return -1;
  ssize_t got = read (fd, text, sizeof text - 1);
  close (fd);
  text[got > 0 ? got : 0] = 0;
  for (char *c = text; *c; c++)
    if (*c == ')')
      at = c;
  return at && at[1] && at[2] ? (pid_t)text_number (at + 4) : -1;
}

static void
kill_children (void)
{
  _Alignas (struct entry) char buffer[2048];
  pid_t self = getpid ();
  long got;
  int fd = open ("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while ((got = KERNEL (getdents64, fd, buffer, sizeof buffer, 0, 0)) > 0)
    for (long at = 0; at < got;)
      {
        const struct entry *e = (const struct entry *)(buffer + at);
        at += e->length;
        if (e->name[0] >= '1' && e->name[0] <= '9'
            && parent_of (e->name) == self)
          kill ((pid_t)text_number (e->name), SIGKILL);
      }
  close (fd);
}

/* Kills all children, whose own children then become ours, until none are
   left.  Returns nonzero if they fork faster than they are killed.  */
int
program_end_all (void)
{
  struct timespec pause = { 0, 2000000 };
  uint64_t until = now_ms () + 60000;
  while (now_ms () < until)
    {
      pid_t pid = waitpid (-1, NULL, WNOHANG | __WALL);
      if (pid < 0 && errno == ECHILD)
        return 0;
      if (pid != 0)
        continue;
      kill_children ();
      nanosleep (&pause, NULL);
    }
  return -1;
}
