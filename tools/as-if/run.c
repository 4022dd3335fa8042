/* run.c - runs the command filtered, as a shell would, or in a guest. */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <fcntl.h>
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

/* Text has no NUL byte.  A file that the kernel executes itself is not
   read.  */
static int
read_text (const char *path)
{
  char part[4096];
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ssize_t length = fd < 0 ? -1 : read (fd, part, sizeof part);
  int text = length >= 0;
  if (length >= 4 && memcmp (part, "#!", 2) != 0)
    while (text && length > 0)
      {
        text = memchr (part, 0, (size_t)length) == NULL;
        length = read (fd, part, sizeof part);
      }
  close (fd);
  return text;
}

/* An ELF file of another architecture must not be passed to a shell, which
   would interpret its bytes as commands.  */
static void
run_as_script (const char *path, char **command, char **script, size_t count)
{
  static char shell[] = "/bin/sh";
  if (!is_text)
    die (CANNOT_RUN,
         "cannot run '%s': this kernel runs no such program; try another "
         "kernel: trapgate guest",
         *command);
  script[0] = shell;
  script[1] = strdup (path);
  memcpy (script + 2, command + 1, (count - 1) * sizeof *script);
  execv (shell, script);
}

/* Filters this process and becomes the command.  */
void
run_here (const struct policy *p, const char *path, char **command)
{
  size_t count = length_of (command);
  char **script = allocate ((count + 2) * sizeof *script);
  filter_install (p);
  execv (path, command);
  /* A script without #! is run by a shell, not by the kernel.  */
  if (errno == ENOEXEC)
    run_as_script (path, command, script, count);
  int error = errno;
  const int own = sizeof (long) == 8 ? X86_64 : I386;
  if (p->call[own][row_named (archs[own].rows, "execve")->number]
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

/* Returns if the command at PATH runs on this kernel.  */
static void
elsewhere (const char *path, char **argv, const char *command)
{
  const char *arch = arch_of (path);
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
  is_text = read_text (path);
  start_check (p, path);
  /* A policy that cannot kill needs no report afterwards.  */
  if (kills)
    watch (p, path, command);
  run_here (p, path, command);
}
