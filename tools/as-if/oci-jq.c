/* oci-jq.c - runs jq to turn an OCI seccomp profile into lines of words.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The profile is the child's input, so its name is no argument of jq.  */
static void __attribute__ ((noreturn))
be_jq (int input, int output, int error)
{
  char *program = part_beside ("as-if.d/oci.jq");
  dup2 (input, 0);
  dup2 (output, 1);
  dup2 (error, 2);
  execlp ("jq", "jq", "-r", "-s", "-f", program, (char *)NULL);
  dprintf (2, "it is read by jq, which cannot be run: %s; install jq\n",
           strerror (errno));
  _exit (NOT_FOUND);
}

/* All of FD after the LENGTH characters of TEXT, which grows.  */
static char *
read_all (int fd, char *text, size_t length)
{
  for (;;)
    {
      char *more = realloc (text, length + 65536 + 1);
      if (!more)
        die (part_failed, "there is no memory left; end some programs");
      text = more;
      ssize_t got = read (fd, text + length, 65536);
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        break;
      length += (size_t)got;
    }
  text[length] = 0;
  close (fd);
  return text;
}

/* The message behind "jq: error (at <stdin>:3): ".  */
static void __attribute__ ((noreturn))
refuse (const char *file, char *message)
{
  char *at;
  message[strcspn (message, "\n")] = 0;
  if (strncmp (message, "jq: ", 4) == 0)
    message += 4;
  if (strncmp (message, "error (at ", 10) == 0
      && (at = strstr (message, "): ")))
    message = at + 3;
  die (WRONG, "--oci=%s: %s", file, *message ? message : "jq was killed");
}

/* The lines of FILE, after one with its name.  Only a complete output of jq
   ends with "end".  */
char *
oci_table (const char *file)
{
  int output[2], error[2];
  int input = open (file, O_RDONLY | O_CLOEXEC);
  if (input < 0 || read (input, NULL, 0) < 0)
    die (WRONG, "--oci=%s: %s; give a readable file", file, strerror (errno));
  if (pipe2 (output, O_CLOEXEC) != 0 || pipe2 (error, O_CLOEXEC) != 0)
    die (WRONG, "cannot make a pipe: %s; close some files", strerror (errno));
  pid_t child = fork ();
  if (child < 0)
    die (WRONG, "cannot make a process: %s; end some", strerror (errno));
  if (child == 0)
    be_jq (input, output[1], error[1]);
  close (input);
  close (output[1]);
  close (error[1]);
  char *table = text ("%s\n", file);
  for (char *c = table; c[1]; c++)
    *c = *c == '\n' ? '?' : *c;
  table = read_all (output[0], table, strlen (table));
  char *message = read_all (error[0], NULL, 0);
  waitpid (child, NULL, 0);
  size_t length = strlen (table);
  if (length < 5 || strcmp (table + length - 5, "\nend\n"))
    refuse (file, message);
  free (message);
  return table;
}
