/* process.h - facts that /proc has of a running process.  */
/* SPDX-License-Identifier: MIT */

#ifndef PROCESS_H
#define PROCESS_H

#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

struct process_stat
{
  char state;
  pid_t parent, group;
  unsigned long minor_faults, major_faults;
};

/* /proc/PID/NAME, open for reading, or NULL.  */
extern FILE *process_open (pid_t, const char *name);

/* /proc/PID/stat; 0: there is no such process, and all is 0.  */
extern int process_stat (pid_t, struct process_stat *);

/* The number after KEY in /proc/PID/NAME; -1: it is not there.  */
extern long long process_number (pid_t, const char *name, const char *key);

/* Its entry point in the auxiliary vector, of words of BITS; 0: unknown.  */
extern uint64_t process_entry (pid_t, int bits);

/* The range of the vdso; both are 0 if there is none.  */
extern void process_vdso (pid_t, uint64_t *begin, uint64_t *end);

#endif
