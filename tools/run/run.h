/* run.h - how programs of an architecture run here.  */
/* SPDX-License-Identifier: MIT */

#ifndef RUN_H
#define RUN_H

#include "command.h"

/* how.c */
enum how { NATIVE, GUEST, USER, NONE };
enum how how_runs (const char *arch);
const char *arch_of (const char *path);
int arch_is_known (const char *arch);
const char *arch_list (void);
char *part_beside (const char *name);

#endif
