/* elsewhere.c - a command whose architecture does not run on this kernel.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Becomes trapgate run, which has a guest run this program there, with the
   same arguments: the filter is the same, and beside the command.  */
static void __attribute__ ((noreturn))
run_in_guest (const char *arch, const char *path, char **argv)
{
  char *launcher = part_beside ("run"), *as_arch, *with, *cwd;
  size_t count = 0;
  while (argv[count])
    count++;
  char **words = calloc (count + 5, sizeof *words);
  cwd = *path == '/' ? strdup ("") : getcwd (NULL, 0);
  if (!cwd)
    die (WRONG, "cannot find out the working directory: %s; change to one",
         strerror (errno));
  if (!words || asprintf (&as_arch, "--arch=%s", arch) < 0
      || asprintf (&with, "--with=%s%s%s", cwd, *path == '/' ? "" : "/", path)
             < 0)
    die (WRONG, "there is no memory left");
  words[0] = launcher;
  words[1] = as_arch;
  words[2] = with;
  words[3] = (char[]){ "--" };
  words[4] = part_beside ("as-if");
  memcpy (words + 5, argv + 1, (count - 1) * sizeof *words);
  execv (launcher, words);
  die (WRONG, "cannot run %s: %s; run make", launcher, strerror (errno));
}

/* Returns if the command at PATH is to be run on this kernel.  */
void
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
