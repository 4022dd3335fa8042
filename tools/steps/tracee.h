/* tracee.h - the one traced program of steps.  */
/* SPDX-License-Identifier: MIT */

#ifndef TRACEE_H
#define TRACEE_H

#include <stdint.h>

struct user_regs_struct;

extern int tracee_bits;		/* 32 or 64.  */
extern int tracee_status;	/* As from waitpid.  */

/* By steps.c: tells and exits 2.  */
extern void die (const char *format, ...)
  __attribute__ ((noreturn, format (printf, 1, 2)));

/* Starts it; returns where its entry point lies.  It stands there, before
   its first instruction.  */
extern uint64_t tracee_start (char *path, int bits);
extern void tracee_kill (void);

extern void tracee_get (struct user_regs_struct *);
extern void tracee_set (struct user_regs_struct *);
extern uint64_t tracee_word (uint64_t address);
extern int tracee_in_vdso (uint64_t address);
/* Is the instruction there one that enters the kernel?  */
extern int tracee_enters_kernel (uint64_t address);

extern void tracee_add_breakpoint (uint64_t address);
/* Puts all of them in, or takes them out.  */
extern void tracee_breakpoints (int in);

/* Goes on, giving it *SIGNAL, until a signal arrives for it, which *SIGNAL
   says then; 0: it has ended.  Children run on, untraced.  */
extern int tracee_resume (int request, int *signal);

/* One instruction of FUNCTION; signals are held back.  0: it has ended.  */
extern int tracee_step (const char *function);
extern void tracee_give_held_signals (void);

#endif
