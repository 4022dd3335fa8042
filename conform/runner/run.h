/* run.h - runs all cases, several at a time.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_RUN_H
#define CONFORM_RUN_H

#include "report.h"

/* Run COUNT reports, and call DONE, which returns whether it is a failure,
   for each in order, with its number from 1.  Returns the signal that ended
   the run early, or 0; after a signal only little more can be written.  */
extern int run_all (struct report *reports, int count,
                    int (*done) (struct report *, int));

#endif
