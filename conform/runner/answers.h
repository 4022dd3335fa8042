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
  DENIED,  /* EPERM or EACCES.  */
  KILLED,  /* A signal.  */
  WRONG    /* Another result than that of getpid.  */
};

/* Families of which a filter may deny sockets to everyone.  */
enum
{
  FAMILIES = 5
};

/* The worst of all that is unusual in the network.  */
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
  /* 1 << AF_...: a socket was made, or refused with EAFNOSUPPORT.  */
  unsigned int family_there, family_lacking;
  enum network network;
  int call[CALLS];
  int family[FAMILIES];
  int error; /* Of what is denied.  */
};

/* Whether a signal ended FUNCTION, in a process of its own.  */
extern int probe_crashed (void (*function) (const struct path *,
                                            struct answers *),
                          const struct path *path, struct answers *a);
/* Try each family with A, the results by PATH.  */
extern void probe_denied_families (const struct path *path, struct answers *a);

/* Write to O the sandbox or the old kernel that the results A, one for each
   path, match; nothing if they match none.  */
extern void recognise (struct out *o, const struct answers *a);
/* Add notes on the vendor of the kernel with RELEASE, and on denied families.
   */
extern void note_vendor (const char *release);
extern void note_families (const struct answers *a);
/* Write to O the emulator that PATH leads to, if it has signs of one.  */
extern void put_emulator (struct out *o, const struct path *path);
/* Write to O the calls that are denied in A.  */
extern void put_denied (struct out *o, const struct answers *a);

#endif
