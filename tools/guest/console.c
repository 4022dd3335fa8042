/* console.c - reads the console of a guest, and the messages of qemu.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PANIC "Kernel panic - not syncing: "
#define HALTED "-- System halted"

/* A whole file, which qemu limits in size, as a string without NUL and CR.  */
char *
console_text (int fd)
{
  struct stat s;
  size_t size = fstat (fd, &s) == 0 ? (size_t)s.st_size : 0, kept = 0;
  char *output = allocate (size + 1);
  ssize_t got = pread (fd, output, size, 0);
  for (ssize_t i = 0; i < got; i++)
    if (output[i] && output[i] != '\r')
      output[kept++] = output[i];
  output[kept] = 0;
  return output;
}

/* The last line that is not blank, with unprintable characters replaced.  */
char *
console_last (int fd)
{
  char *output = console_text (fd), *last = text ("%s", "");
  for (char *line = strtok (output, "\n"); line; line = strtok (NULL, "\n"))
    {
      for (char *c = line; *c; c++)
        if (*c < ' ' || *c > '~')
          *c = ' ';
      line += strspn (line, " ");
      if (*line)
        last = line;
    }
  return last;
}

int
console_is_halted (int fd)
{
  char *output = console_text (fd);
  int halted = strstr (output, HALTED) != NULL;
  free (output);
  return halted;
}

/* Without the time stamp.  */
static char *
line_at (char *at)
{
  at[strcspn (at, "\n")] = 0;
  return at;
}

/* Why a guest ended, as far as that can be determined.  Some machines report
   a panic to qemu, which then fails with it.  */
char *
console_why (int console, int log)
{
  char *output = console_text (console);
  char *panic = strstr (output, PANIC), *init = NULL;
  char *last = console_last (console), *qemu = console_last (log);
  for (char *at = output; (at = strstr (at, FAILED_LINE)); at++)
    if (strncmp (at, READY_LINE, sizeof READY_LINE - 1))
      init = at + sizeof FAILED_LINE - 1;
  if (panic)
    return text ("the guest's kernel panicked: %s",
                 line_at (panic + sizeof PANIC - 1));
  if (*qemu)
    return text ("qemu failed: %s", qemu);
  if (init)
    return text ("the guest ended itself: %s", line_at (init));
  if (strstr (output, HALTED))
    return text ("the kernel's image is damaged: it halted while it unpacked "
                 "itself");
  if (strstr (output, READY_LINE))
    return text ("the guest ended: it was powered off, or qemu was killed");
  if (*last)
    return text ("the kernel did not come up; it printed last: %s", last);
  return text ("the kernel did not come up and printed nothing; is its image "
               "whole?");
}
