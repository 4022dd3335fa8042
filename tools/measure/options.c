/* options.c - parses the command line of measure.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option known[] = {
  { "mode", required_argument, NULL, 'm' },
  { "timeout", required_argument, NULL, 't' },
  { "limit", required_argument, NULL, 'l' },
  { "steps", required_argument, NULL, 's' },
  { "repeat", required_argument, NULL, 'r' },
  { "stdout", required_argument, NULL, 'o' },
  { "stderr", required_argument, NULL, 'e' },
  { "stdin", required_argument, NULL, 'i' },
  { "partner", required_argument, NULL, 'p' },
  { "partner-arg", required_argument, NULL, 'a' },
  { "partner-stdout", required_argument, NULL, 'O' },
  { "partner-stderr", required_argument, NULL, 'E' },
  { "to-main", no_argument, NULL, 'M' },
  { "free-port", no_argument, NULL, 'f' },
  { "help", no_argument, NULL, 'h' },
  { NULL, 0, NULL, 0 },
};

static void __attribute__ ((noreturn))
usage (void)
{
  puts ("usage: measure [--mode=run|trace|count] [--timeout=SECONDS]\n"
        "               [--limit=BYTES] [--steps=N] [--to-main] [--repeat=N]\n"
        "               [--stdout=FILE] [--stderr=FILE] [--stdin=FILE]\n"
        "               [--partner=PROGRAM [--partner-arg=ARG]...\n"
        "                [--partner-stdout=FILE] [--partner-stderr=FILE]]\n"
        "               [--] PROGRAM [ARG]...\n"
        "       measure --free-port");
  exit (0);
}

static enum mode
mode_named (const char *name)
{
  static const char *const names[] = { "run", "trace", "count" };
  for (int i = 0; i < 3; i++)
    if (!strcmp (names[i], name))
      return (enum mode)i;
  die ("there is no mode '%s'; give --mode=run, trace or count", name);
}

static double
number (const char *option, double least, double most)
{
  char *end;
  double value = strtod (optarg, &end);
  if (end == optarg || *end || !(value >= least) || value > most)
    die ("--%s=%s is not a number from %g to %g; give one", option, optarg,
         least, most);
  return value;
}

static void
partner_argument (char *argument, int is_program)
{
  static char **list;
  static size_t count;
  list = realloc (list, (count + 2) * sizeof *list);
  if (!list)
    die ("out of memory; end some programs");
  if (!count)
    list[count++] = NULL;
  if (is_program)
    list[0] = argument;
  else
    list[count++] = argument;
  list[count] = NULL;
  partner->argv = list;
}

static const char **
file_for (int option)
{
  switch (option)
    {
    case 'i':
      return &program->input;
    case 'o':
      return &program->stream[0].path;
    case 'e':
      return &program->stream[1].path;
    case 'O':
      return &partner->stream[0].path;
    case 'E':
      return &partner->stream[1].path;
    default:
      return NULL;
    }
}

static void
take (int option)
{
  if (file_for (option))
    *file_for (option) = optarg;
  else if (option == 'm')
    options.mode = mode_named (optarg);
  else if (option == 't')
    options.timeout = number ("timeout", .001, 1e8);
  else if (option == 'l')
    options.limit = (long long)number ("limit", 0, 1e15);
  else if (option == 's')
    options.steps = (long long)number ("steps", 1, 1e15);
  else if (option == 'r')
    options.repeat = (int)number ("repeat", 1, 1e8);
  else if (option == 'p' || option == 'a')
    partner_argument (optarg, option == 'p');
  else if (option == 'M')
    options.to_main = 1;
  else if (option == 'f')
    options.free_port = 1;
  else
    usage ();
}

void
options_read (int argc, char **argv)
{
  int option;
  opterr = 0;
  while ((option = getopt_long (argc, argv, "+:", known, NULL)) != -1)
    if (option == '?' || option == ':')
      die ("'%s' is not an option, or needs a value; see measure --help",
           argv[optind - 1]);
    else
      take (option);
  if (options.free_port)
    return;
  if (optind == argc)
    die ("there is no program to run; see measure --help");
  if (partner->argv && !partner->argv[0])
    die ("--partner-arg is given without --partner; give both");
  if (options.repeat > 1 && options.mode != RUN)
    die ("--repeat works only with --mode=run; leave it out");
  program->argv = argv + optind;
}
