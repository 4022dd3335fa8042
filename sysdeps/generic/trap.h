/* trap.h - enters the kernel from C, by the architecture's inline trap.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TRAP_H
#define TG_TRAP_H

/* The inline form has defined these.  */
#ifndef TRAPGATE_INLINE_H
# define __TG_CLOBBERS "memory"
# define __TG_BEHIND
# include <inline-trap.h>
#endif

/* For the few calls that are prepared in C.  Returns the kernel's result, an
   error as a negated errno.  Unused arguments are 0.  */
static inline long
tg_trap (long number, long a, long b, long c, long d, long e)
{
  long result;
  __TG_TRAP_5 (result, number, a, b, c, d, e);
  return result;
}

#endif
