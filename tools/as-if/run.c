/* run.c - runs the command filtered.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
  command_refuse (*command, error);
}

static int
can_trap (const struct policy *p)
{
  return (p->answer & SECCOMP_RET_ACTION_FULL) == SECCOMP_RET_TRAP;
}

void
run (const struct policy *p, char **command)
{
  const char *path = command_find (*command);
  start_check (p, path);
  /* Where nothing can be killed, there is nothing to be told later.  */
  if (can_trap (p))
    watch (p, path, command);
  run_here (p, path, command);
}
