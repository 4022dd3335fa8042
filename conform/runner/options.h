/* options.h - the command line.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_OPTIONS_H
#define CONFORM_OPTIONS_H

#define MAX_ONLY 64

struct options
{
  const char *only[MAX_ONLY];
  int only_count;
  const char *entry, *route, *release;
  int timeout, jobs;
  int json, list, mutate, selftest, quiet;
  int terminal;			/* Standard output is one.  */
  int progress;			/* A line on standard error is shown.  */
};
extern struct options options;

/* Fill options, or exit: with 0 after --help, with 2 after a mistake.  */
extern void parse_options (int argc, char **argv);

#endif
