/* command.h - options, messages, finding a program: for all commands in C.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_COMMAND_H
#define AS_IF_COMMAND_H

#include <stddef.h>

enum { WRONG = 2, CANNOT_RUN = 126, NOT_FOUND = 127 };

/* The name of this part of trapgate, and its exit status when the system is
   out of resources; each main.c defines both.  */
extern const char part_name[];
extern const int part_failed;

/* Prints a line on stderr, prefixed with that name, and exits with STATUS.  */
void die (int status, const char *format, ...)
  __attribute__ ((noreturn, format (printf, 2, 3)));

/* Zeroed memory; a formatted string.  Both exit if memory is exhausted.  */
void *allocate (size_t);
char *text (const char *format, ...) __attribute__ ((format (printf, 1, 2)));

/* The next option, as getopt_long returns it; exits at an invalid one.  HOW
   is the start of its optstring: "+", or "-" to get operands as well.  */
struct option;
int option_next (int argc, char **argv, const char *how,
                 const struct option *known);

/* Exits with 0, or with an error if any output was lost.  */
void printed (void) __attribute__ ((noreturn));

/* The path of executable NAME; PATH is searched for a name without a slash.
   Without one, path returns NULL and sets errno, and find exits.  */
const char *command_path (const char *name);
const char *command_find (const char *name);
void command_refuse (const char *name, int error)
  __attribute__ ((noreturn));

/* Becomes the command at PATH, in a shell if the kernel refuses it and it
   IS_TEXT.  Returns if that fails, and errno says why; command_fail reports
   it.  */
void command_execute (const char *path, char **command, int is_text);
void command_fail (const char *name, int error) __attribute__ ((noreturn));

#endif
