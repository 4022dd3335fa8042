/* tracee.h - the one traced program of steps.  */
/* SPDX-License-Identifier: MIT */

#ifndef TRACEE_H
#define TRACEE_H

#include "../trace/trace.h"

extern int tracee_status;	/* As from waitpid.  */

/* By steps.c: prints a line and exits with 2.  */
extern void die (const char *format, ...)
  __attribute__ ((noreturn, format (printf, 1, 2)));
/* Dies if RESULT is below 0, with the reason in errno.  */
extern void must (long result, const char *what);

/* Starts it; returns its process, which stands before its first
   instruction.  */
extern pid_t tracee_start (char *path);
extern void tracee_kill (void);

extern void tracee_add_breakpoint (uint64_t address);
/* Puts all of them in, or takes them out.  */
extern void tracee_breakpoints (int in);

/* Resumes it with *SIGNAL until it gets a signal, which is in *SIGNAL then;
   0: it has ended.  Its children are not traced.  */
extern int tracee_resume (int request, int *signal);

/* One instruction of FUNCTION; signals are held back.  0: it has ended.  */
extern int tracee_step (const char *function);
extern void tracee_give_held_signals (void);

#endif
