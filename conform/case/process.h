/* process.h - the process of one case.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_PROCESS_H
#define CONFORM_PROCESS_H

#include "report.h"

/* Why the case cannot run through PATH; null if it can.  Determined without
   a process of its own, which would cost more than most cases.  */
extern const char *case_lacks (const struct conform_case *about,
			       const struct path *path);
/* Run the case of R in this process, and end it.  */
extern void run_case (struct report *r) __attribute__ ((noreturn));

#endif
