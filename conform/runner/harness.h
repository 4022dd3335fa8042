/* harness.h - what the parts of the program know of each other.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_HARNESS_H
#define CONFORM_HARNESS_H

#include <stddef.h>

#include <max-errno.h>

#include "case.h"
#include "out.h"

/* --- Doors.  */

typedef long door_function (long, long, long, long, long, long);
typedef long conform_trap_function (long, long, long, long, long, long, long);
typedef void conform_registers_function (const long *in, long *out);

struct door_call
{
  door_function *stub;		/* Null from code of another machine.  */
  int number;			/* Its own, or the operation.  */
  int words;			/* Arguments; 0 of all three: no door.  */
  unsigned int since;
};

struct door
{
  const char *name;		/* ROUTE-ENTRY.  */
  const char *route;
  const char *entry;
  conform_trap_function *trap;
  conform_registers_function *registers;
  const unsigned long *lost;	/* Registers that the entry may change.  */
  int foreign;			/* The numbers are another machine's.  */
  int mux;			/* The number of socketcall, or -1.  */
  int getpid;
  int libc;			/* The functions set errno.  */
  struct door_call call[CALLS];
};

struct conform_call_name
{
  const char *name;
  int words;
  unsigned int width;		/* Bytes of its result in C.  */
};

/* The last door has no name.  */
extern const struct door conform_doors[];
extern const struct conform_call_name conform_calls[];
#define MAX_DOORS 8

/* --- Results.  */

enum result
{
  RUNNING,
  OK,
  DIFFERENT,
  ABSENT,
  CRASHED,
  HUNG,
  SKIPPED,
  SURVIVED,			/* A false answer of --mutate: still OK.  */
  RESULTS
};
extern const char *const result_names[];

#define MAX_FILES 8

/* Shared by the runner and the process of the case.  */
struct report
{
  const struct conform_case *about;
  const struct door *door;
  enum result result;
  int calls;			/* Made through the door.  */
  int alter;			/* Which of them gets a false answer.  */
  int absent;			/* One of them answered ENOSYS.  */
  int inside;			/* The last one has not answered.  */
  int call;			/* The last one, and what it was given.  */
  long number;			/* For CALL_RAW.  */
  long word[6];
  int line;			/* Of the check that failed; 0 before.  */
  const char *file;
  const char *check;		/* Its text; null for an answer.  */
  char expected[120];
  char got[120];
  char why[120];
  int seen;			/* The call whose answer a check was given at
				   once, and what is right there.  */
  int seen_line;
  const char *seen_file;
  const char *seen_want;	/* Null for the answer that came.  */
  long seen_answer;
  int folder;			/* The process that has one for files.  */
  char files[MAX_FILES][16];
};

struct options
{
  const char *only[64];
  int only_count;
  const char *entry, *route, *release;
  int timeout, jobs;
  int json, list, mutate, selftest, quiet;
  int terminal, progress;	/* Standard output is one; a line is shown.  */
};
extern struct options options;

/* --- In the process of a case.  */

extern struct report *conform_report;
/* What is known to be missing before it begins; null if nothing is.  */
extern const char *case_lacks (const struct conform_case *about,
			       const struct door *door);
extern void run_case (struct report *r) __attribute__ ((noreturn));
extern void conform_end (enum result result) __attribute__ ((noreturn));
extern void conform_on_stack (void (*function) (void), void *top);
extern long door_trap (const struct door *door, long number, const long *word);
/* Keep account of CALL, and have MAKE make it.  */
extern int conform_last_call;
extern long conform_opposite (long got);
extern long account_for (int call, long number, const long *word,
			 long (*make) (int, long, const long *));
extern long door_try (const struct door *door, int call, const long *word);
/* What a function of a libc answered, as the kernel would say it.  */
extern long conform_libc_answer (long got)
  __attribute__ ((weak));
extern int door_has (const struct door *door, int call);
/* Memory that a 32-bit pointer reaches; null if there is none.  */
extern void *low_memory (unsigned long size);
extern const char *folder_name (int process, const char *file, char *room);

/* --- inherited.c: what the program finds.  */

extern struct utsname conform_system;
extern char notes[];
/* Of this run alone, for names that others might have.  */
extern unsigned int conform_tag;
extern void set_up (void);
extern void find_release (void);
/* Make sockets by DOOR.  */
extern void find_loopback (const struct door *door);
/* "6.18.44-x" as conform_release has it; 0 or so if it is none.  */
extern unsigned int release_of (const char *text);

/* --- The runner.  */

/* Zeroed memory that the processes of cases share.  */
extern void *shared (unsigned long size);
/* Write what there is left, and end; not well if that cannot be.  */
extern void finish (int status) __attribute__ ((noreturn));
/* Run COUNT reports, and call done for each in order.  */
extern void run_all (struct report *reports, int count,
		     void (*done) (struct report *, int));
/* DONE of COUNT have ended.  */
extern void show_progress (int done, int count);
/* A signal ends the run; the results so far have been put.  */
extern void end_early (int sig);
/* Which doors there are; a reason for each that is not.  */
extern void look_around (void);
extern const char *door_missing[];
extern int door_wrong[];		/* Missing, but it does answer.  */
/* ::1 can be bound, through some door.  */
extern int any_ipv6 (void);
/* The first look at it found no such operation.  */
extern int door_lacks (const struct door *door, int call);
extern char environment[];

extern void tap_begin (int count);
extern void tap_result (struct report *r, int number);
/* The skipped of COUNT reports, by reason.  The reasons are used up.  */
extern void tap_skipped (struct report *reports, int count);
extern void json_begin (int count);
extern void json_result (struct report *r, int number);
/* SIG ended the run, or 0.  */
extern void json_end (const int *counts, int sig);

/* The id, and what is known of the last call.  */
extern void put_id (struct out *o, const struct conform_case *about);
extern void put_call (struct out *o, const struct report *r);
extern void put_result (struct out *o, long long value);
extern void put_signal (struct out *o, int sig);
extern int is_chosen (const struct conform_case *about);
extern int has_id (const struct conform_case *about, const char *pattern);
extern int count_matters (const struct report *r);

#endif
