/* report.h - the result of a case; the runner and its process share it.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_REPORT_H
#define CONFORM_REPORT_H

#include "case.h"
#include "path.h"

enum result
{
  RUNNING,
  OK,
  DIFFERENT,
  ABSENT,
  CRASHED,
  HUNG,
  SKIPPED,
  SURVIVED,			/* Passed with a false result of --mutate.  */
  RESULTS
};

#define MAX_FILES 8

struct report
{
  const struct conform_case *about;
  const struct path *path;
  unsigned int lacking;		/* A bit for each call the path lacks.  */

  int finding;			/* Its number, from 1.  */

  /* From here on zero before each run.  */
  enum result result;
  int calls;			/* Made through the path.  */
  int alter;			/* The one that gets a false result.  */
  int absent;			/* One of them returned ENOSYS.  */
  int inside;			/* The last one has not returned.  */
  int call;			/* The last one, and its arguments.  */
  long number;			/* For CALL_RAW.  */
  long word[6];
  int line;			/* Of the check that failed; 0 before.  */
  const char *file;
  const char *check;		/* Its text; null for a result.  */
  int plain;			/* That is a plain call, which failed.  */
  long answer;			/* Of the last call.  */
  char expected[120];
  char got[120];
  char why[120];
  int seen;			/* The call whose result was checked unchanged,
				   and the right result there.  */
  int seen_line;
  const char *seen_file;
  const char *seen_want;	/* Null for the actual result.  */
  long seen_answer;
  int directory;			/* The process with one for files.  */
  char files[MAX_FILES][16];
};

/* Of the case that this process runs.  */
extern struct report *conform_report;

/* End this process, and the case with RESULT unless it has one.  */
extern void conform_end (enum result result) __attribute__ ((noreturn));

/* The path of FILE in the directory of PROCESS, or of the directory, in
   ROOM of 108 bytes; it is returned.  */
extern const char *directory_name (int process, const char *file, char *room);

#endif
