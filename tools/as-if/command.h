/* command.h - finding a command, and why it cannot be run.  */
/* SPDX-License-Identifier: MIT */

#ifndef AS_IF_COMMAND_H
#define AS_IF_COMMAND_H

enum { WRONG = 2, CANNOT_RUN = 126, NOT_FOUND = 127 };

/* The part of trapgate that this is, by its own main.c.  */
extern const char part_name[];

/* Prints a line on stderr, behind that name, and exits with STATUS.  */
void die (int status, const char *format, ...)
  __attribute__ ((noreturn, format (printf, 2, 3)));

const char *command_find (const char *name);
void command_refuse (const char *name, int error)
  __attribute__ ((noreturn));

#endif
