/* main.c - trapgate preload: options, and the command itself.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char part_name[] = "preload";
const int part_failed = WRONG;

static const char usage[]
    = "usage: trapgate preload [OPTION]... [--] COMMAND [ARGUMENT]...\n"
      "\n"
      "Runs COMMAND, a dynamic program of glibc or musl, with the library of\n"
      "trapgate in front of its libc: its socket calls are trapgate's.  Its\n"
      "children inherit that.\n"
      "\n"
      "  --route=ROUTE  how a call reaches the kernel, as of trapgate cc\n"
      "  --entry=ENTRY  the instruction that enters the kernel\n"
      "  -m32, -m64     fail unless COMMAND is for this architecture\n"
      "  --libc=LIBC    fail unless COMMAND uses this libc, glibc or musl\n"
      "  --print        print the value for LD_PRELOAD, run nothing\n"
      "  --check        show which functions COMMAND and its libraries have\n"
      "                 from trapgate; exit 1 unless all are, run nothing\n"
      "  --json         the same as JSON\n"
      "  --help\n";

struct options
{
  struct library library;
  const char *flag, *libc;
  int print, check, json;
};

static const struct option known[] = {
  { "route", required_argument, NULL, 'r' },
  { "entry", required_argument, NULL, 'e' },
  { "libc", required_argument, NULL, 'l' },
  { "print", no_argument, NULL, 'p' },
  { "check", no_argument, NULL, 'c' },
  { "json", no_argument, NULL, 'j' },
  { "help", no_argument, NULL, 'h' },
  { 0 },
};

static const char *
given (const char *value, const char *name)
{
  if (!*value)
    die (WRONG, "%s needs a value: %s=...", name, name);
  return value;
}

/* The option of a compiler that selects an architecture, which -m begins.  */
static const char *
take_flag (const char *rest)
{
  const char *flag = text ("-m%s", rest ? rest : "");
  for (unsigned i = 0; arch_number (i)->name; i++)
    if (strcmp (flag, arch_number (i)->flag) == 0)
      return flag;
  die (WRONG, "unknown option '%s'; see trapgate help preload", flag);
}

static void
take_libc (struct options *o, const char *libc)
{
  if (!is_word (given (libc, "--libc"), "glibc musl"))
    die (WRONG, "--libc=%s: there is glibc, musl", libc);
  o->libc = libc;
}

static void
take_options (struct options *o, int argc, char **argv)
{
  int which;
  while ((which = option_next (argc, argv, "+:m:", known)) != -1)
    switch (which)
      {
      case 'm':
        o->flag = take_flag (optarg);
        break;
      case 'l':
        take_libc (o, optarg);
        break;
      case 'r':
        o->library.route = given (optarg, "--route");
        break;
      case 'e':
        o->library.entry = given (optarg, "--entry");
        break;
      case 'p':
        o->print = 1;
        break;
      case 'c':
        o->check = 1;
        break;
      case 'j':
        o->check = o->json = 1;
        break;
      default:
        fputs (usage, stdout);
        printed ();
      }
}

/* The options that state a fact about the program.  */
static void
keep_promises (const struct options *o, const struct target *t)
{
  if (o->flag && strcmp (o->flag, t->arch->flag) != 0)
    die (WRONG, "'%s' is a program of %s, not of %s; give %s or neither",
         t->name, t->arch->name, o->flag, t->arch->flag);
  if (o->libc && strcmp (o->libc, t->libc) != 0)
    die (WRONG, "'%s' uses %s, not %s; give --libc=%s or neither", t->name,
         t->libc, o->libc, t->libc);
}

/* In qemu-user, a child of another architecture would have our library from
   this kernel's loader, and --check would trace qemu.  */
static void
refuse_emulated (const struct target *t)
{
  if (how_runs (t->arch->name) == USER)
    die (
        CANNOT_RUN,
        "cannot run '%s': %s runs by qemu-user here, which is no kernel; link "
        "it with trapgate cc --arch=%s",
        t->name, t->arch->name, t->arch->name);
}

int
main (int argc, char **argv)
{
  struct options o = { 0 };
  struct target t;
  take_options (&o, argc, argv);
  char **command = argv + optind;
  if (o.print && o.check)
    die (WRONG, "--print or --check? see trapgate help preload");
  if (!*command)
    die (WRONG, "which COMMAND? see trapgate help preload");
  const char *path = command_find (*command);
  target_find (&t, *command, path);
  keep_promises (&o, &t);
  refuse_emulated (&t);
  refuse_secure (&t);
  library_find (&o.library, &t);
  char *list = library_list (&o.library, &t, getenv ("LD_PRELOAD"));
  if (o.print)
    {
      puts (list);
      printed ();
    }
  if (setenv ("LD_PRELOAD", list, 1) != 0)
    die (WRONG, "there is no memory left; end some programs");
  if (o.check)
    check (&t, &o.library, command, o.json);
  command_execute (path, command, t.is_text);
  command_fail (*command, errno);
}
