/* command.h - options, messages, finding a program: for all commands in C.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_COMMAND_H
#define AS_IF_COMMAND_H

#include <stddef.h>

enum { WRONG = 2, CANNOT_RUN = 126, NOT_FOUND = 127 };

/* The part of trapgate that this is, and its status when the system gives it
   no room, by its own main.c.  */
extern const char part_name[];
extern const int part_failed;

/* Prints a line on stderr, behind that name, and exits with STATUS.  */
void die (int status, const char *format, ...)
  __attribute__ ((noreturn, format (printf, 2, 3)));

/* Memory, zeros; a formatted string.  Without room the part dies.  */
void *allocate (size_t);
char *text (const char *format, ...) __attribute__ ((format (printf, 1, 2)));

/* The next option, as getopt_long gives it; dies of a wrong one.  HOW is the
   start of its optstring: "+", or "-" to get operands as well.  */
struct option;
int option_next (int argc, char **argv, const char *how,
                 const struct option *known);

/* All that was wanted is printed: exits with 0, if nothing got lost.  */
void printed (void) __attribute__ ((noreturn));

const char *command_find (const char *name);
void command_refuse (const char *name, int error)
  __attribute__ ((noreturn));

#endif
