/* oracle.h - calls of a function in a traced program.  */
/* SPDX-License-Identifier: MIT */

#ifndef ORACLE_H
#define ORACLE_H

#include <stdint.h>

/* A line of stubs.awk; see there.  */
struct call
{
  char name[64], call[64];
  int index;			/* In the program's table.  */
  int number, args, zeros, operation, socketcall;
  char first[16], second[16], otherwise[8], entry[16];
  char narrow[8];		/* For C, from inline.awk; else empty.  */
};

/* The program's calls, and the one being tried.  */
#define MAX_CALLS 128
extern struct call calls[MAX_CALLS], call;
extern int count;

/* A system call that the program is about to make.  */
struct trap
{
  long nr;
  uint64_t args[6];
};

/* The value of errno before each call, which is no error.  */
#define POISON 0x5a5a

extern int word_size;		/* Of the program, in bytes.  */

/* Kills the previous one.  */
extern void start_program (const char *arch, char *path);
extern uint64_t word_at (uint64_t address);

/* Argument K (from 0); the high half of an int is nonzero, and so are the
   words after the last argument.  */
extern uint64_t sentinel (int k);

/* Sets another value for it in the next calls, until take_back; SCRATCH is the
   address of zeroed memory in the program.  */
#define SCRATCH INT64_MIN
extern void give (int k, int64_t value);
extern void take_back (void);

/* Sets up a call; next_trap returns 1 for each system call that it makes,
   whose result answer must set then, and 0 when the call has returned.  */
extern void begin_call (const struct call *);
extern int next_trap (struct trap *);
extern void answer (long result);
extern uint64_t call_arguments (void);

/* Judges registers, stack, result and errno; BY is the code that returns.  C
   may change the argument area, and the high half of an int.  */
enum by { BY_STUB, BY_C, BY_C_INT };
extern void end_call (long result, int error, enum by by);

extern void judge (int right, const char *format, ...)
  __attribute__ ((format (printf, 2, 3)));
/* Returns the first error since the last call of this, or NULL.  */
extern const char *judged (void);

/* Prints a line for all that was judged since the last one.  */
extern void report (const char *what, long tried);

/* Runs the scripts of the file PATH for call INDEX of PROGRAM.  */
extern void play_scripts (const char *arch, char *program, const char *path,
			  int index);

extern void die (const char *format, ...)
  __attribute__ ((noreturn, format (printf, 1, 2)));

#endif
