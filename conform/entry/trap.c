/* trap.c - a call of any number by one entry of the architecture.  */
/* SPDX-License-Identifier: MIT */

/* Compiled once for each entry, as CONFORM_TRAP, with the inline trap of the
   architecture: errors are negated, whatever the kernel returns.  */

#include "path.h"

/* Nothing follows the trap: no exception propagates from here.  */
#define __TG_BEHIND
#define __TG_CLOBBERS "memory"

#include <inline-trap.h>

extern conform_trap_function CONFORM_TRAP;

long
CONFORM_TRAP (long number, long a, long b, long c, long d, long e, long f)
{
  long result;
  __TG_TRAP_6 (result, number, a, b, c, d, e, f);
  return result;
}
