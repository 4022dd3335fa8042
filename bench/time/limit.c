/* limit.c - the blocks with every call a trap in line: nothing is faster.  */
/* SPDX-License-Identifier: MIT */

/* The other half of every pair, the same code whatever libc it is linked
   with.  The calls that are timed fail, so it has what C asks of a call that
   fails, at the least cost: compare, negate, and store in a plain variable
   instead of a thread's.  */

#include "driver.h"

#include <limit.h>
#include <max-errno.h>

/* Not static, or the compiler would find that nobody reads it.  */
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

/* From here on a call is a macro.  */
#include <limit-calls.h>

#define ITEMS limit_items
#include "blocks.h"
