/* run.c - runs the command filtered, as a shell would, or in a guest. */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whether a shell can interpret the file.  Determined before the filter is
   installed, which may deny reading.  */
static int is_text;

static size_t
length_of (char **words)
{
  size_t count = 0;
  while (words[count])
    count++;
  return count;
}

/* Filters this process and becomes the command.  */
void
run_here (const struct policy *p, const char *path, char **command)
{
  filter_install (p);
  command_execute (path, command, is_text);
  int error = errno;
  const int own = sizeof (long) == 8 ? X86_64 : I386;
  if (p->call[own][row_named (archs[own].rows, "execve")->number]
      != SECCOMP_RET_ALLOW)
    die (CANNOT_RUN, "cannot run '%s': %s denies execve; allow it", *command,
         p->name);
  command_fail (*command, error);
}

/* Executes trapgate run, which runs this program in a guest with the same
   arguments: the same filter then applies there, next to the command.  */
static void __attribute__ ((noreturn))
run_in_guest (const char *arch, const char *path, char **argv)
{
  char *launcher = part_beside ("run");
  size_t count = length_of (argv);
  char **words = allocate ((count + 5) * sizeof *words);
  char *cwd = *path == '/' ? text ("%s", "") : getcwd (NULL, 0);
  if (!cwd)
    die (WRONG, "cannot find out the working directory: %s; change to one",
         strerror (errno));
  words[0] = launcher;
  words[1] = text ("--arch=%s", arch);
  words[2] = text ("--with=%s%s%s", cwd, *path == '/' ? "" : "/", path);
  words[3] = (char[]){ "--" };
  words[4] = part_beside ("as-if");
  memcpy (words + 5, argv + 1, (count - 1) * sizeof *words);
  execv (launcher, words);
  die (WRONG, "cannot run %s: %s; run make", launcher, strerror (errno));
}

/* Fails for an architecture whose calls are not in the tables: no way to run
   it would give its programs a filter.  */
static void
need_calls (const char *arch, const char *command)
{
  for (int m = 0; m < ARCHS; m++)
    if (strcmp (archs[m].name, arch) == 0)
      return;
  die (
      CANNOT_RUN,
      "cannot run '%s': there is no filter of the calls of %s; give a program "
      "of %s or %s",
      command, arch, archs[I386].name, archs[X86_64].name);
}

/* Returns if the command at PATH runs on this kernel.  */
static void
elsewhere (const char *path, char **argv, const char *command)
{
  const char *arch = arch_of (path);
  if (arch)
    need_calls (arch, command);
  switch (arch ? how_runs (arch) : NATIVE)
    {
    case NATIVE:
      return;
    case GUEST:
      run_in_guest (arch, path, argv);
    case USER:
      die (CANNOT_RUN,
           "cannot run '%s': %s runs by qemu-user here, and a filter does not "
           "see the calls of its programs; ./bootstrap guest gets a kernel",
           command, arch);
    case NONE:
      die (CANNOT_RUN,
           "cannot run '%s': no %s program runs here; ./bootstrap guest gets "
           "a kernel that can",
           command, arch);
    }
}

void
run (const struct policy *p, char **argv, char **command)
{
  const char *path = command_find (*command);
  elsewhere (path, argv, *command);
  int kills = filter_kills (p) || filter_has (p, SECCOMP_RET_TRAP);
  for (int i = 0; p->notes[i]; i++)
    fprintf (stderr, "trapgate as-if: %s: %s\n", p->name, p->notes[i]);
  is_text = head_is_text (path);
  start_check (p, path);
  /* A policy that cannot kill needs no report afterwards.  */
  if (kills)
    watch (p, path, command);
  run_here (p, path, command);
}
