/* pair.h - a running program, its output and its trace.  */
/* SPDX-License-Identifier: MIT */

#ifndef PAIR_H
#define PAIR_H

#include <sys/types.h>
#include <time.h>

struct run
{
  pid_t pid;
  time_t end;                   /* Time limit.  */
  int is_over, status;          /* Status as in a shell.  */
  int output, trace;            /* Memory files.  */
};

/* pair.c */
void die (const char *what) __attribute__ ((noreturn));
void nap (void);

/* start.c */
void start (struct run *, const char *how, const char *prefix,
            const char *program, const char *port, const char *count);
int ended (struct run *);
void stop (struct run *);

#endif
