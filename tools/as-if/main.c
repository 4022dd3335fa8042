/* main.c - trapgate as-if: runs a command as if on another kernel.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <getopt.h>
#include <string.h>
#include <sys/utsname.h>

const char part_name[] = "as-if";
const int part_failed = WRONG;

static const char usage[]
    = "usage: trapgate as-if [OPTION]... PROFILE [--] COMMAND [ARGUMENT]...\n"
      "       trapgate as-if [OPTION]... --oci=FILE [--] COMMAND "
      "[ARGUMENT]...\n"
      "\n"
      "Runs COMMAND and its descendants with the system calls of another "
      "kernel\n"
      "release or sandbox.  PROFILE is a release of Linux (2.6.32, 4.2, 6.1) "
      "or a\n"
      "sandbox: docker-29.4.2, android-x86, eperm, agent.  FILE is a seccomp "
      "profile\n"
      "in JSON, as Docker and Podman read it.\n"
      "\n"
      "  --errno=NAME|N   the error of denied calls [that of the profile], "
      "or\n"
      "                   SIGSYS or kill\n"
      "  --deny=CALL,...  also deny CALL on both architectures, i386:CALL or\n"
      "                   x86_64:CALL on one, all of i386, "
      "socketcall:OPERATION,\n"
      "                   socket:FAMILY or socketpair:FAMILY\n"
      "  --caps=NAME,...  the capabilities that select rules of FILE "
      "[Docker's]\n"
      "  --dry-run        print the calls that would be denied, run nothing\n"
      "  --export         write the filter to standard output, run nothing\n"
      "  --list           print the profiles, run nothing\n"
      "  --help\n"
      "\n"
      "trapgate-as-if(1) lists the limitations of a filter.\n";

struct options
{
  const char *profile, *error, *oci, *caps;
  char *table; /* --oci-table, by which a guest gets what jq made.  */
  const char **deny;
  int denies, dry, export;
};

/* The values are only taken after a =: the next argument is the profile.  */
static const struct option known[] = {
  { "errno", optional_argument, NULL, 'e' },
  { "deny", optional_argument, NULL, 'd' },
  { "oci", optional_argument, NULL, 'o' },
  { "oci-table", optional_argument, NULL, 't' },
  { "caps", optional_argument, NULL, 'c' },
  { "dry-run", no_argument, NULL, 'n' },
  { "export", no_argument, NULL, 'x' },
  { "list", no_argument, NULL, 'l' },
  { "help", no_argument, NULL, 'h' },
  { 0 },
};

/* Take an operand: the profile, or return 0 for the command, which ends the
   options.  */
static int
take_operand (struct options *o)
{
  if (o->profile || o->oci || o->table)
    return 0;
  o->profile = optarg;
  return 1;
}

static void
take_option (struct options *o, int which)
{
  switch (which)
    {
    case 'e':
      o->error = optarg;
      break;
    case 'd':
      o->deny[o->denies++] = optarg;
      break;
    case 'o':
      o->oci = optarg;
      break;
    case 't':
      o->table = optarg;
      break;
    case 'c':
      o->caps = optarg;
      break;
    case 'n':
      o->dry = 1;
      break;
    case 'x':
      o->export = 1;
      break;
    case 'l':
      profile_list ();
      printed ();
    case 'h':
      fputs (usage, stdout);
      printed ();
    }
}

/* Parse the options and return the command.  */
static char **
take_arguments (struct options *o, int argc, char **argv)
{
  int which;
  while ((which = option_next (argc, argv, "-", known)) != -1)
    if (which == 1)
      {
        if (!take_operand (o))
          return argv + optind - 1;
      }
    else if (!optarg && strchr ("edotc", which))
      die (WRONG, "%s needs a value: %s=...", argv[optind - 1],
           argv[optind - 1]);
    else
      take_option (o, which);
  return argv + optind;
}

/* A filter for the wrong architecture would silently deny nothing.  */
static void
check_arch (void)
{
  struct utsname name;
  uname (&name);
  if (strcmp (name.machine, "x86_64")
      && !(name.machine[0] == 'i' && strcmp (name.machine + 2, "86") == 0))
    die (WRONG, "this kernel runs on %s; the profiles are for i386 and x86_64",
         name.machine);
}

/* Where the program runs in a guest, which has no jq, as-if gets the lines
   there instead of the file.  */
static void
choose_oci (struct options *o, struct policy *p, char **argv)
{
  if (o->profile)
    die (WRONG, "PROFILE and --oci: give one of them");
  if (!o->table)
    {
      o->table = oci_table (o->oci);
      for (; *argv; argv++)
        if (*argv + strlen ("--oci=") == o->oci)
          *argv = text ("--oci-table=%s", o->table);
    }
  oci_read (p, o->table, o->caps);
}

static void
choose (struct options *o, struct policy *p, char **argv)
{
  if (o->error)
    answer_set (p, o->error);
  if (o->oci || o->table)
    choose_oci (o, p, argv);
  else if (o->caps)
    die (WRONG, "--caps selects rules of a profile; give --oci=FILE");
  else if (!o->profile)
    die (WRONG, "which PROFILE? see trapgate as-if --list");
  else
    profile_choose (p, o->profile);
  for (int i = 0; i < o->denies; i++)
    deny_calls (p, o->deny[i]);
}

int
main (int argc, char **argv)
{
  static struct policy policy;
  struct options o = { 0 };
  o.deny = allocate (((size_t)argc + 1) * sizeof *o.deny);
  char **command = take_arguments (&o, argc, argv);
  choose (&o, &policy, argv);
  if (o.export)
    filter_export (&policy);
  if (o.dry)
    {
      dry_run (&policy);
      printed ();
    }
  if (!*command)
    die (WRONG, "which COMMAND? see trapgate help as-if");
  check_arch ();
  run (&policy, argv, command);
}
