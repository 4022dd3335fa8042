/* run.h - how programs of an architecture run here, and finding a program.  */
/* SPDX-License-Identifier: MIT */

#ifndef RUN_H
#define RUN_H

/* how.c */
enum how { NATIVE, GUEST, USER, NONE };
enum how how_runs (const char *arch);
const char *arch_of (const char *path);
int arch_is_known (const char *arch);
const char *arch_list (void);
char *part_beside (const char *name);

/* find.c */
const char *command_find (const char *name);
void command_refuse (const char *name, int error) __attribute__ ((noreturn));

/* main.c, and that of every program that these two are linked with.  */
enum { WRONG = 2, CANNOT_RUN = 126, NOT_FOUND = 127 };
void die (int status, const char *format, ...)
  __attribute__ ((noreturn, format (printf, 2, 3)));

#endif
