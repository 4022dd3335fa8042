/* answers.h - what each door said when it was first tried.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ANSWERS_H
#define CONFORM_ANSWERS_H

#include "harness.h"

/* The answers of each door to each call, with descriptor -1 or none.  */
enum
{
  UNASKED,
  THERE,
  LACKING, /* ENOSYS, or no such operation.  */
  DENIED,  /* EPERM.  */
  KILLED   /* A signal.  */
};

struct answers
{
  int entry; /* getpid by this entry.  */
  int ipv6;  /* ::1 can be bound.  */
  int call[CALLS];
};

/* See in A, one for each door, whose sandbox this is like: environment.  */
extern void recognise (const struct answers *a);

#endif
