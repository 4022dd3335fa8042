/* stepped.h - the page that a stepped program and its tracer share.  */
/* SPDX-License-Identifier: MIT */

#ifndef STEPPED_H
#define STEPPED_H

#define STEPPED_FD 3
#define STEPPED_MARK SIGUSR2	/* Sent to the thread before its call.  */

struct stepped
{
  /* By the tracer.  */
  volatile int steps;		/* Since the mark.  */
  volatile int stops;		/* The thread has been stopped there.  */
  volatile int blocks;		/* Or it blocks.  */
  volatile int last;
  volatile unsigned int pc;
  /* By the program.  */
  volatile int requested;	/* The thread can be resumed.  */
  volatile int returned;	/* The call has.  */
};

#endif
