/* job.h - a running case, in a process of its own.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_JOB_H
#define CONFORM_JOB_H

#include <signal.h>

#include "report.h"

struct job
{
  int pid;			/* 0: free.  */
  struct report *report;
  long long deadline;		/* As of job_now.  */
  long long killed;		/* When it was first killed, or 0.  */
};

extern struct job jobs[];
#define MAX_JOBS 64

/* The signal mask that the processes of cases get.  */
extern sigset_t job_mask;

/* Milliseconds since an arbitrary time.  */
extern long long job_now (void);
/* Start R as JOB, which stays free if fork fails: R is then skipped, or still
   RUNNING if fork may succeed later.  */
extern void job_start (struct job *job, struct report *r);
/* The process of PID has ended with STATUS.  */
extern void job_ended (int pid, int status);
/* Remove all that is left of it: processes, then files.  */
extern void job_clean_up (struct job *job);
/* Kill jobs that are past their time, and abandon those that do not end.  */
extern void job_end_late_ones (void);

#endif
