/* start.c - checks whether a program's loader works on an old kernel.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs the loader to list the program's libraries, which executes no code
   of the program.  Returns 0 on success.  */
static int
try_loader (const struct policy *p, const char *loader, const char *path)
{
  int status;
  /* If SIGCHLD is ignored, there is no status to wait for.  */
  void (*on_child) (int) = signal (SIGCHLD, SIG_DFL);
  pid_t child = fork ();
  if (child == 0)
    {
      int null = open ("/dev/null", O_RDWR);
      for (int fd = 0; fd < 3; fd++)
        dup2 (null, fd);
      if (p)
        filter_install (p);
      execl (loader, loader, "--list", path, (char *)NULL);
      _exit (NOT_FOUND);
    }
  if (child < 0 || waitpid (child, &status, 0) != child)
    status = 0;
  signal (SIGCHLD, on_child);
  return status;
}

/* A libc may need calls at start-up for which it has no fallback.  The
   loader then prints a misleading message: existing files are "not found".  */
void
start_check (const struct policy *p, const char *path)
{
  static struct head h;
  char script[256];
  const char *name = path;
  if (!p->release)
    return;
  head_read (&h, path);
  if (sscanf (h.data, "#! %255[^ \t\n]", script) == 1)
    {
      path = script;
      head_read (&h, path);
    }
  if (!h.loader || p->release >= h.release
      || try_loader (p, h.loader, path) == 0
      || try_loader (NULL, h.loader, path) != 0)
    return;
  die (CANNOT_RUN,
       "'%s' cannot start on %s: its loader %s is made for Linux "
       "%s and works on no such old kernel; link it statically",
       name, p->name, h.loader, release_text (h.release));
}
