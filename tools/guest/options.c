/* options.c - the options of trapgate guest.  */
/* SPDX-License-Identifier: MIT */

#include "guest.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char usage[]
    = "usage: trapgate guest [OPTION]... [--] CMD [ARGUMENT]...\n"
      "\n"
      "Runs CMD, a static program, on a separate Linux kernel in qemu, with "
      "the\n"
      "caller's arguments, environment and standard streams.\n"
      "\n"
      "  --kernel=K     a name from --list, or the path of a kernel\n"
      "                 [the first installed kernel that runs CMD]\n"
      "  --arch=A       the architecture of CMD [CMD's own]\n"
      "  --with=FILE    make FILE available under the same path\n"
      "  --timeout=S    kill CMD after S seconds, 0: never [600]\n"
      "  --keep         use the guest that is kept, or start one to keep\n"
      "  --idle=S       end that guest after S seconds without a call,\n"
      "                 0: never [600]\n"
      "  --stop         end all guests that are kept, or that of --kernel\n"
      "  --gdb[=batch]  stop the guest, and break at the kernel's functions "
      "of CMD's\n"
      "                 socket calls, in gdb; batch: print each and go on\n"
      "  --symbols=FILE the kernel's vmlinux with symbols, for gdb\n"
      "  --list         list the known kernels and their locations\n"
      "  --help\n"
      "\n"
      "./bootstrap guest gets a kernel.  See trapgate-guest(1).\n";

enum
{
  KERNEL = 1,
  ARCH,
  WITH,
  TIME,
  KEEP,
  IDLE,
  STOP,
  LIST,
  GDB,
  SYMBOLS,
  HELP
};

static const struct option table[] = {
  { "kernel", required_argument, NULL, KERNEL },
  { "arch", required_argument, NULL, ARCH },
  { "with", required_argument, NULL, WITH },
  { "timeout", required_argument, NULL, TIME },
  { "keep", no_argument, NULL, KEEP },
  { "idle", required_argument, NULL, IDLE },
  { "stop", no_argument, NULL, STOP },
  { "list", no_argument, NULL, LIST },
  { "gdb", optional_argument, NULL, GDB },
  { "symbols", required_argument, NULL, SYMBOLS },
  { "help", no_argument, NULL, HELP },
  { NULL, 0, NULL, 0 },
};

static unsigned
seconds (const char *option, const char *value)
{
  char *end;
  unsigned long number = strtoul (value, &end, 10);
  if (*value < '0' || *value > '9' || *end || number > 1000000)
    die (WRONG, "%s=%s is not a number of seconds up to 1000000", option,
         value);
  return (unsigned)number;
}

static int
debug_mode (const char *value)
{
  if (value && strcmp (value, "batch"))
    die (WRONG, "--gdb=%s: the only value is batch", value);
  return value ? DEBUG_BATCH : DEBUG_TERMINAL;
}

static void
take (struct options *o, int which)
{
  if (which == KERNEL)
    o->kernel = optarg;
  else if (which == ARCH)
    o->arch = optarg;
  else if (which == WITH)
    o->with[o->count++] = optarg;
  else if (which == TIME)
    o->timeout = seconds ("--timeout", optarg);
  else if (which == IDLE)
    o->idle = seconds ("--idle", optarg);
  else if (which == KEEP)
    o->keep = 1;
  else if (which == STOP)
    o->stop = 1;
  else if (which == LIST)
    o->list = 1;
  else if (which == GDB)
    o->debug = debug_mode (optarg);
  else if (which == SYMBOLS)
    o->symbols = optarg;
  else
    {
      fputs (usage, stdout);
      printed ();
    }
}

static void
check (const struct options *o)
{
  int has_command = *o->command != NULL;
  if (o->arch && !arch_has_guests (o->arch))
    die (WRONG, "--arch=%s: there are guests of %s", o->arch,
         archs_of_guests ());
  if (o->keep + o->stop + o->list > 1)
    die (WRONG, "--keep, --stop and --list exclude each other");
  if ((o->stop || o->list) && has_command)
    die (WRONG, "--%s runs no command; leave '%s' out",
         o->stop ? "stop" : "list", *o->command);
  if (!o->keep && !o->stop && !o->list && !has_command)
    die (WRONG, "which CMD? see trapgate help guest");
  if (o->debug && o->keep + o->stop + o->list)
    die (WRONG, "--gdb excludes --keep, --stop and --list");
  if (o->symbols && !o->debug)
    die (WRONG, "--symbols is for gdb; add --gdb");
  if (o->count && !has_command)
    die (WRONG, "--with requires a CMD; give one");
}

void
options_take (struct options *o, int argc, char **argv)
{
  int which;
  o->timeout = o->idle = 600;
  o->with = allocate ((size_t)argc * sizeof *o->with);
  while ((which = option_next (argc, argv, "+", table)) != -1)
    take (o, which);
  o->command = argv + optind;
  check (o);
}
