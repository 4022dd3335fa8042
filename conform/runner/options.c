/* options.c - the command line.  */
/* SPDX-License-Identifier: MIT */

#include "options.h"

#include "path.h"
#include "out.h"
#include "progress.h"
#include "world.h"

#include <string.h>
#include <unistd.h>

#include <version.h>

struct options options = { .timeout = 10, .jobs = 4 };

static const char usage[]
    = "usage: trapgate conform [OPTION]...\n"
      "\n"
      "Run the conformance cases against this kernel, each through every "
      "path\n"
      "(direct or socketcall, by each entry), and print TAP 14.\n"
      "\n"
      "  --only=PATTERN   cases whose id matches: 'bind/*'; several are or'd\n"
      "  --entry=ENTRY    by this instruction alone: " ENTRIES "\n"
      "  --route=ROUTE    by this route alone: " ROUTES "\n"
      "  --release=N.N    the kernel's release, in place of that from uname\n"
      "  --timeout=S      seconds after which a case is hung [10]\n"
      "  --jobs=N         number of cases to run in parallel [4]\n"
      "  --json           one JSON object in place of TAP\n"
      "  --quiet          no progress, and of TAP only what is not ok and the "
      "counts\n"
      "  --list           the ids with source and first release, and no run\n"
      "  --mutate         check the cases: the last result of each is "
      "altered,\n"
      "                   and a case that still passes is reported as "
      "survived\n"
      "  --selftest       check the runner: cases that crash, hang, ...\n"
      "  --help --version\n"
      "\n"
      "Exit status: 0 all ok or skipped, 1 otherwise or if nothing ran at\n"
      "all, 2 wrong usage or lost output, 128 + N after signal N.\n";

static int
is (const char *a, const char *b)
{
  return strcmp (a, b) == 0;
}

/* The value in ARG if it begins with NAME, or null.  */
static const char *
value_of (const char *arg, const char *name)
{
  while (*name && *arg == *name)
    arg++, name++;
  return *name ? 0 : arg;
}

static int
number (const char *text, int most, const char *what)
{
  int got = 0;
  const char *at = text;
  for (; *at >= '0' && *at <= '9' && got <= most; at++)
    got = got * 10 + (*at - '0');
  if (*at || got < 1 || got > most)
    die (what, text);
  return got;
}

/* An entry or a route that some path has.  */
static const char *
check_path (const char *value, int is_entry)
{
  for (const struct path *d = conform_paths; d->name; d++)
    if (is (value, is_entry ? d->entry : d->route))
      return value;
  put (&err, "trapgate conform: ");
  put (&err, is_entry ? "--entry=" : "--route=");
  put (&err, value);
  put (&err, ": the paths of " ARCH ", ROUTE-ENTRY, are");
  for (const struct path *d = conform_paths; d->name; d++)
    {
      put_char (&err, ' ');
      put (&err, d->name);
    }
  put_char (&err, '\n');
  put_flush (&err);
  _exit (2);
}

static const char *
check_release (const char *value)
{
  if (release_of (value) < RELEASE (1, 0, 0))
    die ("--release takes a release of Linux, 6.1, not ", value);
  return value;
}

/* An argument that is no option, or an option without its value.  */
static void
refuse (const char *arg)
{
  static const char *const with_value[]
      = { "--only", "--entry", "--route", "--release", "--timeout", "--jobs" };
  int lacks = 0;
  for (unsigned i = 0; i < sizeof with_value / sizeof *with_value; i++)
    lacks |= is (arg, with_value[i]);
  put (&err, "trapgate conform: ");
  put (&err, lacks ? arg : "unknown option '");
  put (&err, lacks ? " needs a value: " : arg);
  put (&err, lacks ? arg : "'; see trapgate help conform");
  put (&err, lacks ? "=...\n" : "\n");
  put_flush (&err);
  _exit (2);
}

static void
print (const char *text)
{
  put (&out, text);
  finish (0);
}

static void
parse (const char *arg)
{
  const char *value;
  if ((value = value_of (arg, "--only=")))
    {
      if (options.only_count == MAX_ONLY)
        die ("--only: more than 64 are too many", "");
      options.only[options.only_count++] = value;
    }
  else if ((value = value_of (arg, "--entry=")))
    options.entry = check_path (value, 1);
  else if ((value = value_of (arg, "--route=")))
    options.route = check_path (value, 0);
  else if ((value = value_of (arg, "--release=")))
    options.release = check_release (value);
  else if ((value = value_of (arg, "--timeout=")))
    options.timeout
        = number (value, 3600, "--timeout takes 1 to 3600 seconds, not ");
  else if ((value = value_of (arg, "--jobs=")))
    options.jobs = number (value, 64, "--jobs takes 1 to 64, not ");
  else if (is (arg, "--json"))
    options.json = 1;
  else if (is (arg, "--quiet"))
    options.quiet = 1;
  else if (is (arg, "--list"))
    options.list = 1;
  else if (is (arg, "--mutate"))
    options.mutate = 1;
  else if (is (arg, "--selftest"))
    options.selftest = 1;
  else if (is (arg, "--help"))
    print (usage);
  else if (is (arg, "--version"))
    print ("trapgate conform " VERSION " " ARCH "\n");
  else
    refuse (arg);
}

void
parse_options (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    parse (argv[i]);
  options.terminal = is_terminal (1);
  options.progress = !options.quiet && is_terminal (2);
  if (options.list && options.json)
    die ("--list and --json do not go together", "");
  if (options.entry && options.route)
    {
      const struct path *d = conform_paths;
      while (
          d->name
          && !(is (options.entry, d->entry) && is (options.route, d->route)))
        d++;
      if (!d->name)
        die ("no path has both this route and this entry", "");
    }
}
