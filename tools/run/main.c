/* main.c - trapgate run: runs a program in the way configured for it.  */
/* SPDX-License-Identifier: MIT */

#include "run.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char part_name[] = "run";
const int part_failed = WRONG;

static const char usage[]
    = "usage: trapgate run [OPTION]... [--] PROGRAM [ARGUMENT]...\n"
      "\n"
      "Executes PROGRAM in the way configured for its architecture: "
      "natively,\n"
      "in a guest, with qemu-user, or not at all.  trapgate --version shows\n"
      "the way.\n"
      "\n"
      "  --arch=ARCH  the architecture [PROGRAM's own]\n"
      "  --with=FILE  make FILE available in a guest; may be repeated\n"
      "  --help\n";

struct options
{
  const char *arch;
  char **with;
  int withs;
};

static const struct option known[] = {
  { "arch", required_argument, NULL, 'a' },
  { "with", required_argument, NULL, 'w' },
  { "help", no_argument, NULL, 'h' },
  { 0 },
};

static void
take_options (struct options *o, int argc, char **argv)
{
  int which;
  o->with = allocate ((size_t)(argc + 1) * sizeof *o->with);
  while ((which = option_next (argc, argv, "+", known)) != -1)
    switch (which)
      {
      case 'a':
        o->arch = optarg;
        break;
      case 'w':
        o->with[o->withs++] = optarg;
        break;
      default:
        fputs (usage, stdout);
        printed ();
      }
}

static char **
words_for (int count)
{
  return allocate ((size_t)count * sizeof (char *));
}

/* Execute trapgate guest, which keeps the guest for later calls.  */
static void __attribute__ ((noreturn))
run_in_guest (const struct options *o, const char *arch, const char *path,
              char **command, int count)
{
  char *guest = part_beside ("guest");
  char **words = words_for (o->withs + count + 5);
  int n = 0;
  words[n++] = guest;
  words[n++] = (char[]){ "--keep" };
  words[n++] = text ("--arch=%s", arch);
  for (int i = 0; i < o->withs; i++)
    words[n++] = text ("--with=%s", o->with[i]);
  words[n++] = (char[]){ "--" };
  memcpy (words + n, command, (size_t)count * sizeof *words);
  words[n] = strdup (path);
  execv (guest, words);
  die (WRONG, "cannot run %s: %s; run make", guest, strerror (errno));
}

static void __attribute__ ((noreturn))
run_in_user_emulator (const char *emulated, const char *path, char **command,
                      int count)
{
  char *qemu = text ("qemu-%s", emulated);
  char **words = words_for (count + 4);
  words[0] = qemu;
  words[1] = (char[]){ "-0" };
  words[2] = *command;
  words[3] = strdup (path);
  memcpy (words + 4, command + 1, (size_t)(count - 1) * sizeof *words);
  execvp (qemu, words);
  die (CANNOT_RUN, "cannot run '%s': no %s; apt-get install qemu-user",
       *command, qemu);
}

int
main (int argc, char **argv)
{
  struct options o = { 0 };
  take_options (&o, argc, argv);
  char **command = argv + optind;
  int count = argc - optind;
  if (count == 0)
    die (WRONG, "which PROGRAM? see trapgate help run");
  if (o.arch && !arch_named (o.arch))
    die (WRONG, "--arch=%s: no such architecture; there are: %s", o.arch,
         arch_list ());
  const char *path = command_find (*command);
  const char *arch = o.arch ? o.arch : arch_of (path);
  enum how how = arch ? how_runs (arch) : NATIVE;
  if (how == GUEST)
    run_in_guest (&o, arch, path, command, count);
  if (how == USER)
    run_in_user_emulator (arch_named (arch)->qemu, path, command, count);
  if (how == NONE)
    die (CANNOT_RUN,
         "cannot run '%s': no %s program runs here; ./bootstrap guest gets "
         "a kernel that can, then configure again",
         *command, arch);
  command_execute (path, command, 0);
  command_fail (*command, errno);
}
