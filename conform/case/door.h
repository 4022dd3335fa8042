/* door.h - the doors: a route and an entry, and each call by them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_DOOR_H
#define CONFORM_DOOR_H

#include <conform-calls.h>

typedef long door_function (long, long, long, long, long, long);
typedef long conform_trap_function (long, long, long, long, long, long, long);
typedef void conform_registers_function (const long *in, long *out);

struct door_call
{
  door_function *stub;		/* Null from code of another machine.  */
  int number;			/* Its own, or the operation.  */
  int words;			/* Arguments; 0 of all three: no door.  */
  unsigned int since;
};

struct door
{
  const char *name;		/* ROUTE-ENTRY.  */
  const char *route;
  const char *entry;
  conform_trap_function *trap;
  conform_registers_function *registers;
  const unsigned long *lost;	/* Registers that the entry may clobber.  */
  int foreign;			/* The numbers are another machine's.  */
  int mux;			/* The number of socketcall, or -1.  */
  int getpid;
  int libc;			/* The functions set errno.  */
  struct door_call call[CALLS];
};

struct conform_call_name
{
  const char *name;
  int words;
  unsigned int width;		/* Bytes of its result in C.  */
};

/* The last door has no name.  */
extern const struct door conform_doors[];
extern const struct conform_call_name conform_calls[];
#define MAX_DOORS 8

extern int door_has (const struct door *door, int call);
/* CALL or NUMBER through DOOR, not counted as a call of the case.  */
extern long door_try (const struct door *door, int call, const long *word);
extern long door_trap (const struct door *door, long number, const long *word);
/* The result of a function of a libc, as the kernel returns it.  */
extern long conform_libc_answer (long got)
  __attribute__ ((weak));

#endif
