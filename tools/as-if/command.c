/* command.c - reads options, finds a command, reports why it cannot run.  */
/* SPDX-License-Identifier: MIT */

#include "command.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
die (int status, const char *format, ...)
{
  va_list list;
  va_start (list, format);
  fflush (stdout);
  fprintf (stderr, "trapgate %s: ", part_name);
  vfprintf (stderr, format, list);
  fputc ('\n', stderr);
  va_end (list);
  exit (status);
}

void *
allocate (size_t size)
{
  void *memory = calloc (1, size ? size : 1);
  if (!memory)
    die (part_failed, "there is no memory left; end some programs");
  return memory;
}

char *
text (const char *format, ...)
{
  va_list list;
  char *result;
  va_start (list, format);
  if (vasprintf (&result, format, list) < 0)
    die (part_failed, "there is no memory left; end some programs");
  va_end (list);
  return result;
}

int
option_next (int argc, char **argv, const char *how,
             const struct option *known)
{
  char *optstring = text ("%s:", how);
  int at = optind, known_at = -1;
  opterr = 0;
  int which = getopt_long (argc, argv, optstring, known, &known_at);
  free (optstring);
  if (which == ':'
      || (known_at >= 0 && !optarg
          && known[known_at].has_arg == required_argument))
    die (WRONG, "%s needs a value: %s=...", argv[at], argv[at]);
  if (which == '?' && optopt && argv[at][1] == '-')
    die (WRONG, "%.*s takes no value", (int)strcspn (argv[at], "="), argv[at]);
  if (which == '?')
    die (WRONG, "unknown option '%s'; see trapgate help %s", argv[at],
         part_name);
  return which;
}

void
printed (void)
{
  if (fflush (stdout) || ferror (stdout))
    die (WRONG, "cannot write to standard output; is there room?");
  exit (0);
}

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

void
command_refuse (const char *name, int error)
{
  if (error == ENOENT || error == ENOTDIR)
    die (NOT_FOUND, "there is no command '%s'; give its path, or set PATH",
         name);
  die (CANNOT_RUN, "cannot run '%s': %s; give the path of a program", name,
       strerror (error));
}

/* A script without #! is run by a shell, not by the kernel.  An ELF file of
   another architecture must not be passed to a shell, which would interpret
   its bytes as commands.  */
void
command_execute (const char *path, char **command, int is_text)
{
  static char shell[] = "/bin/sh";
  size_t count = 1;
  while (command[count])
    count++;
  char **script = allocate ((count + 2) * sizeof *script);
  execv (path, command);
  if (errno != ENOEXEC)
    return;
  if (!is_text)
    die (CANNOT_RUN,
         "cannot run '%s': this kernel runs no such program; try another "
         "kernel: trapgate guest",
         *command);
  script[0] = shell;
  script[1] = text ("%s", path);
  memcpy (script + 2, command + 1, (count - 1) * sizeof *script);
  execv (shell, script);
}

void
command_fail (const char *name, int error)
{
  if (error == ENOENT)
    die (NOT_FOUND,
         "cannot run '%s': its interpreter or loader is missing; "
         "install that",
         name);
  command_refuse (name, error);
}

/* In PATH an empty directory is the current one.  A file that cannot be run
   counts only if no other is found.  */
static const char *
search (const char *name)
{
  const char *list = getenv ("PATH");
  int worst = ENOENT;
  if (!list)
    list = "/bin:/usr/bin";
  char *path = allocate (strlen (list) + strlen (name) + 3);
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
  errno = worst;
  return NULL;
}

const char *
command_path (const char *name)
{
  if (!strchr (name, '/'))
    return search (name);
  errno = try (name);
  return errno ? NULL : name;
}

const char *
command_find (const char *name)
{
  const char *path = command_path (name);
  if (!path)
    command_refuse (name, errno);
  return path;
}
