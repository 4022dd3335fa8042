/* main.c - trapgate as-if: runs a command as on another kernel.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

const char part_name[] = "as-if";

static const char usage[]
    = "usage: trapgate as-if [OPTION]... PROFILE [--] COMMAND [ARGUMENT]...\n"
      "\n"
      "Runs COMMAND, and all that it starts, with the system calls of "
      "another\n"
      "kernel or sandbox.  PROFILE is a release of Linux (2.6.32, 4.2, 6.1) "
      "or a\n"
      "sandbox: docker-29.4.2, android-x86, eperm.\n"
      "\n"
      "  --errno=NAME|N   what a denied call answers [as the profile does]\n"
      "  --deny=CALL,...  deny these, too: CALL on both machines, i386:CALL "
      "or\n"
      "                   x86_64:CALL on one, socketcall:OPERATION\n"
      "  --dry-run        print what would be denied, run nothing\n"
      "  --list           print the profiles, run nothing\n"
      "  --help\n"
      "\n"
      "What a filter cannot do is said in trapgate(1).\n";

struct options
{
  const char *profile, *error;
  const char **deny;
  int denies, dry;
};

/* What was to be printed was printed, or is missed by nobody.  */
static void
done (void)
{
  if (fflush (stdout) || ferror (stdout))
    die (WRONG, "cannot write to standard output; is there room?");
  exit (0);
}

static int
has_value (const char *arg, const char *option, const char **value)
{
  size_t length = strlen (option);
  if (strncmp (arg, option, length) || (arg[length] && arg[length] != '='))
    return 0;
  if (!arg[length])
    die (WRONG, "%s needs a value: %s=...", option, option);
  *value = arg + length + 1;
  return 1;
}

static void
take_option (struct options *o, const char *arg)
{
  const char *deny;
  if (has_value (arg, "--errno", &o->error))
    return;
  if (has_value (arg, "--deny", &deny))
    o->deny[o->denies++] = deny;
  else if (strcmp (arg, "--dry-run") == 0)
    o->dry = 1;
  else if (strcmp (arg, "--list") == 0)
    {
      profile_list ();
      done ();
    }
  else if (strcmp (arg, "--help") == 0)
    {
      fputs (usage, stdout);
      done ();
    }
  else
    die (WRONG, "unknown option '%s'; see trapgate help as-if", arg);
}

/* Returns the command: options end at its first word, or at --.  */
static char **
take_arguments (struct options *o, char **argv)
{
  for (argv++; *argv; argv++)
    if (strcmp (*argv, "--") == 0)
      return argv + 1;
    else if (**argv == '-' && argv[0][1])
      take_option (o, *argv);
    else if (o->profile)
      return argv;
    else
      o->profile = *argv;
  return argv;
}

/* A filter for the wrong machine would deny nothing, and say so nowhere.  */
static void
check_machine (void)
{
  struct utsname name;
  uname (&name);
  if (strcmp (name.machine, "x86_64")
      && !(name.machine[0] == 'i' && strcmp (name.machine + 2, "86") == 0))
    die (WRONG, "this kernel runs on %s; the profiles are for i386 and x86_64",
         name.machine);
}

int
main (int argc, char **argv)
{
  static struct policy policy;
  struct options o = { 0 };
  o.deny = calloc ((size_t)argc + 1, sizeof *o.deny);
  if (!o.deny)
    die (WRONG, "there is no memory left");
  char **command = take_arguments (&o, argv);
  if (!o.profile)
    die (WRONG, "which PROFILE? see trapgate as-if --list");
  if (o.error)
    answer_set (&policy, o.error);
  profile_choose (&policy, o.profile);
  for (int i = 0; i < o.denies; i++)
    deny_calls (&policy, o.deny[i]);
  if (o.dry)
    {
      dry_run (&policy);
      done ();
    }
  if (!*command)
    die (WRONG, "which COMMAND? see trapgate help as-if");
  check_machine ();
  run (&policy, argv, command);
}
