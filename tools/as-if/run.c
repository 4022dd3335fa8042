/* run.c - finds the command, as a shell does, and runs it filtered.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 0, or why PATH cannot be run.  */
static int
try (const char *path)
{
  struct stat s;
  if (stat (path, &s) != 0)
    return errno;
  if (S_ISDIR (s.st_mode))
    return EISDIR;
  return access (path, X_OK) == 0 ? 0 : EACCES;
}

static void __attribute__ ((noreturn)) refuse (const char *name, int error)
{
  if (error == ENOENT || error == ENOTDIR)
    die (NOT_FOUND, "there is no command '%s'; give its path, or set PATH",
         name);
  die (CANNOT_RUN, "cannot run '%s': %s; give the path of a program", name,
       strerror (error));
}

/* In PATH an empty folder is the current one.  A file that cannot be run
   counts only if no other is found.  */
static char *
search (const char *name)
{
  const char *list = getenv ("PATH");
  int worst = ENOENT;
  if (!list)
    list = "/bin:/usr/bin";
  char *path = malloc (strlen (list) + strlen (name) + 3);
  if (!path)
    die (WRONG, "there is no memory left");
  for (;;)
    {
      size_t length = strcspn (list, ":");
      sprintf (path, "%.*s/%s", length ? (int)length : 1, length ? list : ".",
               name);
      int error = try (path);
      if (error == 0)
        return path;
      if (error == EACCES)
        worst = error;
      if (!list[length])
        break;
      list += length + 1;
    }
  refuse (name, worst);
}

/* Filters this process and becomes the command.  */
void
run_here (const struct policy *p, const char *path, char **command)
{
  size_t count = 0;
  while (command[count])
    count++;
  char **script = calloc (count + 2, sizeof *script);
  if (!script)
    die (WRONG, "there is no memory left");
  filter_install (p);
  execv (path, command);
  if (errno == ENOEXEC)
    {
      /* No kernel runs a script without #!, every shell does.  */
      static char shell[] = "/bin/sh";
      script[0] = shell;
      script[1] = strdup (path);
      memcpy (script + 2, command + 1, (count - 1) * sizeof *script);
      execv (shell, script);
    }
  int error = errno;
  if (p->call[I386][row_named (machines[I386].rows, "execve")->number]
      != SECCOMP_RET_ALLOW)
    die (CANNOT_RUN, "cannot run '%s': %s denies execve; allow it", *command,
         p->name);
  if (error == ENOENT)
    die (NOT_FOUND,
         "cannot run '%s': its interpreter or loader is missing; "
         "install that",
         *command);
  refuse (*command, error);
}

static int
can_trap (const struct policy *p)
{
  return (p->answer & SECCOMP_RET_ACTION_FULL) == SECCOMP_RET_TRAP;
}

void
run (const struct policy *p, char **command)
{
  const char *path = *command;
  if (!strchr (path, '/'))
    path = search (path);
  else
    {
      int error = try (path);
      if (error)
        refuse (*command, error);
    }
  start_check (p, path);
  /* Where nothing can be killed, there is nothing to be told later.  */
  if (can_trap (p))
    watch (p, path, command);
  run_here (p, path, command);
}
