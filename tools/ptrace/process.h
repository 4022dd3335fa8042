/* process.h - reads facts about a running process from /proc.  */
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

/* Reads /proc/PID/stat; returns 0, with all fields 0, if there is no such
   process.  */
extern int process_stat (pid_t, struct process_stat *);

/* The number after KEY in /proc/PID/NAME; -1 if there is none.  */
extern long long process_number (pid_t, const char *name, const char *key);

/* An entry of its auxiliary vector, with words of BITS, such as AT_BASE, and
   the entry point; 0 if unknown.  */
extern uint64_t process_auxiliary (pid_t, uint64_t type, int bits);
extern uint64_t process_entry (pid_t, int bits);

/* The range of the vdso; both are 0 if there is none.  */
extern void process_vdso (pid_t, uint64_t *begin, uint64_t *end);

#endif
