/* answers.h - the first result of each call through each path.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_ANSWERS_H
#define CONFORM_ANSWERS_H

#include "path.h"
#include "out.h"

/* Of each call, with descriptor -1 or none.  */
enum
{
  UNTRIED,
  THERE,
  LACKING, /* ENOSYS, or no such operation.  */
  DENIED,  /* EPERM.  */
  KILLED   /* A signal.  */
};

struct answers
{
  int entry; /* getpid by this entry.  */
  int ipv6;  /* ::1 can be bound.  */
  /* 1 << AF_...: a socket was made, or refused with EAFNOSUPPORT.  */
  unsigned int family_there, family_lacking;
  int call[CALLS];
};

/* Write to O the sandbox or the old kernel that the results A, one for each
   path, match; nothing if they match none.  */
extern void recognise (struct out *o, const struct answers *a);

#endif
