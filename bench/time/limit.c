/* limit.c - the blocks with every call an inline trap: the lower bound.  */
/* SPDX-License-Identifier: MIT */

/* The other half of every pair, the same code whatever libc it is linked
   with.  The timed calls fail, so it does what C requires of a failing call
   at the least cost: compare, negate, and store in a plain variable instead
   of a thread-local one.  */

#include "driver.h"

#include <limit.h>
#include <max-errno.h>

/* Not static, or the compiler would drop a variable that is never read.  */
int limit_errno;

static inline __attribute__ ((__always_inline__)) long
limit_result (long result)
{
  if (__builtin_expect ((unsigned long)result >= -(unsigned long)MAX_ERRNO, 0))
    {
      limit_errno = -result;
      result = -1;
    }
  return result;
}

extern void limit_prepare (char **envp);
void
limit_prepare (char **envp)
{
  limit_start (envp);
}

/* From here on the calls are macros.  */
#include <limit-calls.h>

#define ITEMS limit_items
#include "blocks.h"
