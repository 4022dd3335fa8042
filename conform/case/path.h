/* path.h - the paths: a route, an entry, and the calls through them.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_PATH_H
#define CONFORM_PATH_H

#include <conform-calls.h>

typedef long path_function (long, long, long, long, long, long);
typedef long conform_trap_function (long, long, long, long, long, long, long);
typedef void conform_registers_function (const long *in, long *out);

struct path_call
{
  path_function *stub;		/* Null from code of another architecture.  */
  unsigned int since;
  short number;			/* Of the call, or the operation.  */
  short words;			/* Arguments; no path if all three are 0.  */
};

struct path
{
  const char *name;		/* ROUTE-ENTRY.  */
  const char *route;
  const char *entry;
  conform_trap_function *trap;
  conform_registers_function *registers;
  const unsigned long *lost;	/* Registers that the entry may clobber, those
				   before a release, and that release.  */
  int foreign;			/* The numbers are another architecture's.  */
  int socketcall;			/* The number of socketcall, or -1.  */
  int getpid;
  int libc;			/* The functions set errno.  */
  struct path_call call[CALLS];
};

struct conform_call_name
{
  char name[16];
  unsigned char words;
  unsigned char width;		/* Bytes of its result in C.  */
};

/* The last path has no name.  */
extern const struct path conform_paths[];
extern const struct conform_call_name conform_calls[];
#define MAX_PATHS 8

extern int path_has (const struct path *path, int call);
/* CALL or NUMBER through PATH, not counted as a call of the case.  */
extern long path_try (const struct path *path, int call, const long *word);
extern long path_trap (const struct path *path, long number, const long *word);
/* The result of a function of a libc, as the kernel returns it.  */
extern long conform_libc_answer (long got)
  __attribute__ ((weak));

#endif
