/* findings.h - the failed cases by cause.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_FINDINGS_H
#define CONFORM_FINDINGS_H

#include "report.h"

/* The cases that seem to have one cause, by the call that failed, its result
   and the topic of the case.  */
struct finding
{
  char name[64];		/* The same in every run.  */
  int cases, results;		/* A result is a case by one path.  */
  int promised;			/* Cases whose result is specified.  */
  unsigned int paths, calls;	/* A bit for each.  */
  int mixed;			/* The results differ.  */
  const struct report *example;	/* The simplest, if possible promised.  */
  const struct conform_case *last;
  int shown;
};

#define MAX_FINDINGS 1024
extern struct finding *findings;

/* Whether a manual page or POSIX has the result of ABOUT, not only the source
   of the kernel.  */
extern int is_promised (const struct conform_case *about);
/* Sort the failures of COUNT reports into findings, and number them from 1;
   returns how many findings there are.  */
extern int find_causes (struct report *reports, int count);

#endif
