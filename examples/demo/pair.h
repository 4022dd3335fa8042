/* pair.h - a program that runs, its output, and its calls.  */
/* SPDX-License-Identifier: MIT */

#ifndef PAIR_H
#define PAIR_H

#include <sys/types.h>
#include <time.h>

struct run
{
  pid_t pid;
  time_t end;                   /* When it is stopped.  */
  int is_over, status;          /* As a shell has it.  */
  int output, trace;            /* Files in memory.  */
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
