/* options.h - the command line, and comparing words.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_OPTIONS_H
#define CONFORM_OPTIONS_H

#include "harness.h"

/* Fill options, or end the program: 0 after --help, 2 after a mistake.  */
extern void parse_options (int argc, char **argv);
/* Say WHAT and NAME, and exit with 2.  */
extern void die (const char *what, const char *name)
  __attribute__ ((noreturn));
extern int same (const char *a, const char *b);
/* The order of ids.  */
extern int before (const struct conform_case *a, const struct conform_case *b);

#endif
