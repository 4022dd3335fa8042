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

/* What is unusual in the network, the worst of it.  */
enum network
{
  USUAL,
  NO_LOOPBACK,   /* Neither 127.0.0.1 nor its neighbours.  */
  FEW_PORTS,     /* Too few for the cases that run at a time.  */
  LITTLE_MEMORY, /* For control data, filters, or a datagram.  */
  SMALL_MTU,     /* Fragments, and no room for a segment.  */
  NO_TCP         /* No connection is made, or none can be written to.  */
};

struct answers
{
  int entry; /* getpid by this entry.  */
  int ipv6;  /* ::1 can be bound.  */
  enum network network;
  int call[CALLS];
};

/* Write to O the sandbox or the old kernel that the results A, one for each
   path, match; nothing if they match none.  */
extern void recognise (struct out *o, const struct answers *a);

#endif
